// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import io.botflow.connector.web.ResponseBody;
import java.io.IOException;
import java.io.OutputStream;

/** A body of given bytes. */
final class FixedBody implements ResponseBody {
  private final byte[] bytes;

  FixedBody(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public long length() {
    return bytes.length;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes);
  }
}
