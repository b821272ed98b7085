// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.configuration;

import java.util.stream.Stream;

/**
 * The profiles of one kind, which integrations refer to by id: {@link SupportedContent}, or {@link
 * MessagingSetting}. Thread-safe. Obtained from {@link Configuration}; implemented outside only by
 * tests, since later versions add methods.
 *
 * @param <T> the kind
 * @see <a href="https://help.mypurecloud.com/articles/supported-content-profiles/">Supported
 *     content profiles</a>
 */
public interface Profiles<T> {

  /**
   * Lists all. Pages are read as the stream is.
   *
   * @return the profiles, lazily; read by one thread
   */
  Stream<T> list();

  /**
   * Reads one.
   *
   * @param id its id
   * @return the profile
   * @throws io.botflow.genesys.error.NotFoundException if there is none of that id
   */
  T read(String id);

  /**
   * Reads the default, which integrations without a profile of their own have.
   *
   * @return the organisation's default
   */
  T readDefault();

  /**
   * Makes one the default, which integrations without a profile of their own have.
   *
   * @param id its id
   * @return the default now
   */
  T makeDefault(String id);

  /**
   * Creates one.
   *
   * @param profile with its name, without an id
   * @return the profile with its id
   */
  T create(T profile);

  /**
   * Changes one.
   *
   * @param id its id
   * @param profile what it is to be
   * @return the profile after the change
   */
  T update(String id, T profile);

  /**
   * Deletes one.
   *
   * @param id its id
   */
  void delete(String id);
}
