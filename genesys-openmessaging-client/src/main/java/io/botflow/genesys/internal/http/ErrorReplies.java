// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.http;

import io.botflow.genesys.error.AuthenticationException;
import io.botflow.genesys.error.BadRequestException;
import io.botflow.genesys.error.ConflictException;
import io.botflow.genesys.error.ErrorContext;
import io.botflow.genesys.error.GenesysException;
import io.botflow.genesys.error.NotFoundException;
import io.botflow.genesys.error.PayloadTooLargeException;
import io.botflow.genesys.error.PermissionException;
import io.botflow.genesys.error.RateLimitedException;
import io.botflow.genesys.error.ServerException;
import io.botflow.genesys.error.UnexpectedResponseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.Nullable;

/** What an unsuccessful response means, as an exception. */
public final class ErrorReplies {
  private static final Pattern PERMISSION =
      Pattern.compile("[A-Za-z]\\w*:[A-Za-z*]\\w*:[A-Za-z*]\\w*");

  private ErrorReplies() {}

  /**
   * Translates a response.
   *
   * @param request method and path
   * @param reply a response whose status is not 2xx
   * @param now the time, for a {@code Retry-After} that is a date
   * @param secret what must not appear in the exception even if the far side repeats it
   * @return the exception to throw
   */
  public static GenesysException exception(
      String request, HttpReply reply, Instant now, String secret) {
    ErrorBody body = ErrorBody.of(reply.body());
    ErrorContext context =
        new ErrorContext(
            request,
            reply.status(),
            redact(body.anyCode(), secret),
            detail(body, reply.status(), secret),
            correlationId(reply, body));
    return switch (reply.status()) {
      case 401 -> new AuthenticationException(context);
      case 403 -> new PermissionException(context, permissions(body));
      case 404 -> new NotFoundException(context);
      case 409, 412 -> new ConflictException(context);
      case 413 -> new PayloadTooLargeException(context);
      case 429 -> new RateLimitedException(context, RetryAfter.ofRefusal(reply, now));
      case 408 -> new ServerException(context, RetryAfter.named(reply, now));
      default -> byClass(context, body, RetryAfter.named(reply, now));
    };
  }

  /**
   * An answer to the credentials themselves: any refusal of the client's making is about them.
   *
   * @param request method and path
   * @param reply a response of the token endpoint whose status is not 2xx
   * @param now the time, for a {@code Retry-After} that is a date
   * @param secret what must not appear in the exception even if the far side repeats it
   * @return the exception to throw
   */
  public static GenesysException tokenException(
      String request, HttpReply reply, Instant now, String secret) {
    GenesysException general = exception(request, reply, now, secret);
    if (general instanceof BadRequestException || general instanceof PermissionException) {
      return new AuthenticationException(
          new ErrorContext(
              request,
              reply.status(),
              general.code().orElse(null),
              general.detail(),
              general.correlationId().orElse(null)));
    }
    return general;
  }

  /**
   * The id under which Genesys support finds a call.
   *
   * @param reply the response
   * @return the id from the headers, if there is one
   */
  @Nullable
  public static String correlationId(HttpReply reply) {
    return reply
        .header("Genesys-Correlation-Id")
        .or(() -> reply.header("ININ-Correlation-Id"))
        .orElse(null);
  }

  @Nullable
  private static String correlationId(HttpReply reply, ErrorBody body) {
    String header = correlationId(reply);
    return header != null ? header : body.contextId();
  }

  private static GenesysException byClass(
      ErrorContext context, ErrorBody body, @Nullable Duration retryAfter) {
    int status = context.status();
    if (status >= 500) {
      return new ServerException(context, retryAfter);
    }
    if (status >= 400) {
      return new BadRequestException(context, body.allDetails());
    }
    return new UnexpectedResponseException(context, null);
  }

  private static String detail(ErrorBody body, int status, String secret) {
    String message = redact(body.anyMessage(), secret);
    if (message != null) {
      return message;
    }
    return status >= 300 && status < 400
        ? "a redirect, which is never followed; check the region"
        : "no explanation was given";
  }

  private static List<String> permissions(ErrorBody body) {
    Set<String> found = new LinkedHashSet<>();
    List<String> texts = new ArrayList<>(body.messageParams().values());
    String message = body.anyMessage();
    if (message != null) {
      texts.add(message);
    }
    for (String text : texts) {
      Matcher matcher = PERMISSION.matcher(text);
      while (matcher.find()) {
        found.add(matcher.group());
      }
    }
    return List.copyOf(found);
  }

  @Nullable
  private static String redact(@Nullable String text, String secret) {
    return text == null || secret.isEmpty() ? text : text.replace(secret, "***");
  }
}
