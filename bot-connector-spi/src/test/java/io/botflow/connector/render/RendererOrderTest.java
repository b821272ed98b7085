// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.render;

import static io.botflow.connector.Samples.STORED;
import static io.botflow.connector.Samples.media;
import static io.botflow.connector.Samples.url;
import static io.botflow.connector.render.Targets.TELEGRAM;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.botflow.connector.message.Choice;
import io.botflow.connector.message.Choices;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each kind of part on targets that differ, row by row. */
class RendererOrderTest {
  private static final String PICTURE_URL = "https://files.example/photo.jpg";
  private static final MediaSource PICTURE = url(PICTURE_URL);

  @Test
  void attachmentsGoFirstAndButtonsLast() {
    Part text = new Text("Hello");
    Part picture = media(Media.Type.IMAGE, PICTURE, "image/jpeg", null);
    Part file = media(Media.Type.FILE, STORED, "application/pdf", "a.pdf");
    Part buttons = new Choices("Well?", List.of(Choice.of("Yes")));
    Rendered rendered = Renderer.render(List.of(buttons, text, picture, file), TELEGRAM);
    assertEquals(new Rendered(List.of(picture, file, text, buttons), List.of()), rendered);
  }

  @Test
  void aSplitQuestionStaysTogether() {
    Part question = new Choices("word ".repeat(200) + "Well?", List.of(Choice.of("Yes")));
    List<Part> rendered =
        Renderer.render(List.of(question, new Text("Hello")), Targets.INSTAGRAM).parts();
    assertEquals(
        List.of(
            new Text("Hello"),
            new Text("word ".repeat(200)),
            new Choices("Well?", List.of(Choice.of("Yes")))),
        rendered);
    assertEquals(rendered, Renderer.render(rendered, Targets.INSTAGRAM).parts());
  }

  @Test
  void severalSetsOfButtonsKeepTheirPlaces() {
    Part picture = media(Media.Type.IMAGE, PICTURE, "image/jpeg", null);
    Part buttons = new Choices("Well?", List.of(Choice.of("Yes")));
    List<Part> parts = List.of(buttons, picture, buttons, new Text("Hello"));
    assertEquals(new Rendered(parts, List.of()), Renderer.render(parts, TELEGRAM));
  }
}
