// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.message;

/**
 * One method per kind of {@link Part}, so that a new kind cannot be forgotten anywhere.
 *
 * @param <R> what the methods return
 */
public interface PartVisitor<R> {

  /**
   * Called for a {@link Text}.
   *
   * @param text the part
   * @return the result
   */
  R visit(Text text);

  /**
   * Called for a {@link Media}.
   *
   * @param media the part
   * @return the result
   */
  R visit(Media media);

  /**
   * Called for a {@link Location}.
   *
   * @param location the part
   * @return the result
   */
  R visit(Location location);

  /**
   * Called for a {@link Contact}.
   *
   * @param contact the part
   * @return the result
   */
  R visit(Contact contact);

  /**
   * Called for a {@link Choices}.
   *
   * @param choices the part
   * @return the result
   */
  R visit(Choices choices);

  /**
   * Called for a {@link Card}.
   *
   * @param card the part
   * @return the result
   */
  R visit(Card card);

  /**
   * Called for a {@link Carousel}.
   *
   * @param carousel the part
   * @return the result
   */
  R visit(Carousel carousel);

  /**
   * Called for a {@link Template}.
   *
   * @param template the part
   * @return the result
   */
  R visit(Template template);

  /**
   * Called for a {@link DatePicker}.
   *
   * @param datePicker the part
   * @return the result
   */
  R visit(DatePicker datePicker);

  /**
   * Called for a {@link Selection}.
   *
   * @param selection the part
   * @return the result
   */
  R visit(Selection selection);

  /**
   * Called for a {@link Opaque}.
   *
   * @param opaque the part
   * @return the result
   */
  R visit(Opaque opaque);
}
