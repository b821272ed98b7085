// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.message;

/** The kinds of content that a {@link Part} can be; media count by their own kind. */
public enum PartKind {
  /** Plain text. */
  TEXT,
  /** A picture. */
  IMAGE,
  /** A film, an animation or a round video note. */
  VIDEO,
  /** Music or another sound file. */
  AUDIO,
  /** A voice note, meant to be played at once. */
  VOICE,
  /** A sticker. */
  STICKER,
  /** A file of any type. */
  FILE,
  /** A link to follow. */
  LINK,
  /** A place on the map. */
  LOCATION,
  /** A person's name and phone number. */
  CONTACT,
  /** A text with buttons to choose from. */
  CHOICES,
  /** A picture, a title and buttons. */
  CARD,
  /** Several cards side by side. */
  CAROUSEL,
  /** A prepared text with parameters. */
  TEMPLATE,
  /** Points in time to choose from. */
  DATE_PICKER,
  /** A pressed button. */
  SELECTION,
  /** Something this library does not know. */
  OPAQUE
}
