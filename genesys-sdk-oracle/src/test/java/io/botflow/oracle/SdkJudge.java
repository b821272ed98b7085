// SPDX-License-Identifier: Apache-2.0
package io.botflow.oracle;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.mypurecloud.sdk.v2.ApiClient;
import com.mypurecloud.sdk.v2.ApiDateFormat;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.annotation.Nullable;

/**
 * The SDK's own JSON mapper, except that it notes what the SDK passes over in silence: properties
 * that a model lacks, and values that an enumeration lacks. Values are compared to the letter; the
 * SDK itself ignores case.
 */
final class SdkJudge {
  private static final String MODELS = "com.mypurecloud.sdk.v2.model";
  private static final String OUTDATED = "OUTDATEDSDKVERSION";

  private final Set<Unknown> unknown = ConcurrentHashMap.newKeySet();
  private final ObjectMapper mapper = ApiClient.buildObjectMapper(new ApiDateFormat());

  private SdkJudge(boolean request) {
    mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    mapper.addHandler(new UnknownProperties());
    mapper.setAnnotationIntrospector(new StrictEnumerations());
    if (request) {
      mapper.registerModule(new SimpleModule().setDeserializerModifier(new WithoutReadOnly()));
    }
  }

  /** Judges answers and webhooks: every property of the model may occur. */
  static SdkJudge ofAnswers() {
    return new SdkJudge(false);
  }

  /** Judges requests: a property that the SDK lets nobody set counts as unknown. */
  static SdkJudge ofRequests() {
    return new SdkJudge(true);
  }

  /** The mapper, for an SDK client whose answers are to be judged. */
  ObjectMapper mapper() {
    return mapper;
  }

  /** Reads a document. What the model does not have can be taken with {@link #takeUnknown}. */
  <T> T read(JsonNode json, Class<T> model) {
    try {
      return mapper.readValue(json.toString(), model);
    } catch (JsonProcessingException e) {
      throw new AssertionError("the SDK cannot read " + json + " as " + model.getSimpleName(), e);
    }
  }

  /** What was unknown since the last call. */
  Set<Unknown> takeUnknown() {
    Set<Unknown> taken = Set.copyOf(unknown);
    unknown.removeAll(taken);
    return taken;
  }

  private void note(Object bean, String property, @Nullable String value) {
    Class<?> model = bean instanceof Class<?> type ? type : bean.getClass();
    unknown.add(new Unknown(model.getSimpleName(), property, value));
  }

  private final class UnknownProperties extends DeserializationProblemHandler {
    @Override
    public boolean handleUnknownProperty(
        DeserializationContext context,
        JsonParser parser,
        JsonDeserializer<?> reader,
        Object bean,
        String property)
        throws IOException {
      note(bean, property, null);
      parser.skipChildren();
      return true;
    }
  }

  private final class StrictEnumerations extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public Object findDeserializer(Annotated annotated) {
      Class<?> type = annotated.getRawType();
      return type.isEnum() && type.getName().startsWith(MODELS)
          ? new EnumerationReader(type)
          : super.findDeserializer(annotated);
    }
  }

  private final class EnumerationReader extends JsonDeserializer<Object> {
    private final Class<?> type;

    EnumerationReader(Class<?> type) {
      this.type = type;
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String value = parser.getText();
      Object outdated = null;
      for (Object constant : type.getEnumConstants()) {
        if (((Enum<?>) constant).name().equals(OUTDATED)) {
          outdated = constant;
        } else if (constant.toString().equals(value)) {
          return constant;
        }
      }
      JsonStreamContext place = parser.getParsingContext();
      while (place.inArray()) {
        place = place.getParent();
      }
      Object bean = place.getCurrentValue();
      note(bean == null ? type.getEnclosingClass() : bean, place.getCurrentName(), value);
      return outdated;
    }
  }

  private static final class WithoutReadOnly extends BeanDeserializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public List<BeanPropertyDefinition> updateProperties(
        DeserializationConfig config,
        BeanDescription bean,
        List<BeanPropertyDefinition> properties) {
      if (bean.getBeanClass().getName().startsWith(MODELS)) {
        properties.removeIf(property -> !property.hasSetter());
      }
      return properties;
    }
  }
}
