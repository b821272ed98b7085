// SPDX-License-Identifier: Apache-2.0
package io.botflow.oracle;

import com.mypurecloud.sdk.v2.ApiRequest;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.Nullable;

/**
 * A request as the SDK builds it; its path parameters have the values that {@link #sample} gives.
 *
 * @param method the HTTP method
 * @param path the path
 * @param parameters the names of all parameters, in lower case
 * @param body what the body is read as; null if there is none
 */
record SdkRequest(String method, String path, Set<String> parameters, @Nullable Class<?> body) {
  /** The value of a path parameter. */
  static String sample(String parameter) {
    return parameter + "-1";
  }

  /** The request of one of the SDK's methods, by the method's name. */
  static SdkRequest of(String operation) {
    String name = Character.toUpperCase(operation.charAt(0)) + operation.substring(1);
    try {
      Class<?> type = Class.forName("com.mypurecloud.sdk.v2.api.request." + name + "Request");
      Object request = type.getConstructor().newInstance();
      Set<String> parameters = new TreeSet<>();
      for (Method setter : type.getMethods()) {
        String parameter = setter.getName().substring(Math.min(3, setter.getName().length()));
        if (setter.getName().startsWith("set") && !parameter.equals("CustomHeaders")) {
          parameters.add(parameter.toLowerCase(Locale.ROOT));
          fill(request, setter, parameter);
        }
      }
      return of((ApiRequest<?>) type.getMethod("withHttpInfo").invoke(request), parameters);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the SDK has no method " + operation, e);
    }
  }

  private static void fill(Object request, Method setter, String parameter)
      throws ReflectiveOperationException {
    Class<?> type = setter.getParameterTypes()[0];
    if (type == String.class) {
      String name = Character.toLowerCase(parameter.charAt(0)) + parameter.substring(1);
      setter.invoke(request, sample(name));
    } else if (type == List.class) {
      setter.invoke(request, List.of());
    } else if (type.getName().startsWith("com.mypurecloud.sdk.v2.model") && !type.isEnum()) {
      setter.invoke(request, type.getConstructor().newInstance());
    }
  }

  private static SdkRequest of(ApiRequest<?> request, Set<String> parameters) {
    String path = request.getPath();
    for (Map.Entry<String, String> parameter : request.getPathParams().entrySet()) {
      path = path.replace("{" + parameter.getKey() + "}", parameter.getValue());
    }
    Object body = request.getBody();
    Class<?> read = body instanceof List<?> ? List.class : body == null ? null : body.getClass();
    return new SdkRequest(request.getMethod(), path, parameters, read);
  }
}
