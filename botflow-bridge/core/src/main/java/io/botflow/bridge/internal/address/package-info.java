/** IP addresses and ranges of them, read from text without asking a name server. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.bridge.internal.address;
