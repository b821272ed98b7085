// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.render;

import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Part;
import io.botflow.connector.messenger.Capabilities;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The translation of any content into what one messenger can show.
 *
 * <pre>{@code
 * Rendered rendered = Renderer.render(message.parts(), adapter.capabilities());
 * rendered.losses().forEach(loss -> log.info("{}: {}", loss.kind(), loss.what()));
 * }</pre>
 *
 * <p>All methods are pure functions and safe for concurrent use. They accept any parts for any
 * capabilities; each part that comes out is {@linkplain #isLegal legal}. Parts that are legal
 * already stay as they are, so rendering a result once more changes nothing.
 *
 * <p>Attachments come first and the text with buttons last, since some messengers hide buttons as
 * soon as something follows them. A message with several sets of buttons keeps its order: each set
 * belongs to what precedes it. A changed order is no {@link Loss}.
 */
public final class Renderer {
  private Renderer() {}

  /**
   * Renders parts; a file that the messenger does not take becomes its address if it has one.
   *
   * @param parts what is to be said, in order
   * @param capabilities what the messenger can show
   * @return what to send, and what changed
   */
  public static Rendered render(List<Part> parts, Capabilities capabilities) {
    return render(parts, capabilities, Renderer::ownAddress);
  }

  /**
   * Renders parts; a file that the messenger does not take becomes a link.
   *
   * @param parts what is to be said, in order
   * @param capabilities what the messenger can show
   * @param link gives the address under which the customer can fetch a file; empty when there is
   *     none, and the file's name must do
   * @return what to send, and what changed
   */
  public static Rendered render(
      List<Part> parts, Capabilities capabilities, Function<Media, Optional<URI>> link) {
    Objects.requireNonNull(parts, "parts");
    Objects.requireNonNull(capabilities, "capabilities");
    Objects.requireNonNull(link, "link");
    return new Rendering(capabilities, link).render(parts);
  }

  /**
   * Whether a messenger can show a part as it is.
   *
   * <p>A text must have something visible in it: no messenger takes a blank one. A media whose size
   * is not known is judged by its type alone.
   *
   * @param part the part
   * @param capabilities what the messenger can show
   * @return false when the part must be rendered first
   */
  public static boolean isLegal(Part part, Capabilities capabilities) {
    Objects.requireNonNull(part, "part");
    Objects.requireNonNull(capabilities, "capabilities");
    return part.accept(new Legality(capabilities));
  }

  private static Optional<URI> ownAddress(Media media) {
    return media.source() instanceof MediaSource.Url source
        ? Optional.of(source.url())
        : Optional.empty();
  }
}
