// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.outbound;

/**
 * What an upload in the deprecated way proves itself with, at a host that is not the API's.
 *
 * @see <a href="https://developer.genesys.cloud/commdigital/digital/messagemedia">Messaging media
 *     uploads</a>
 */
public enum UploadProof {
  /** Its address alone, as the token is for the API host only. */
  ADDRESS,
  /**
   * The connection's token, which goes to the host of uploads in the API's own domain ({@code
   * apps.} in place of {@code api.}) and to no other. Genesys' own programs do so; the public facts
   * do not say whether it can be left out.
   */
  TOKEN
}
