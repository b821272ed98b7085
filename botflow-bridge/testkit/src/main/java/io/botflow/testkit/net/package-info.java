/** Bad weather between a client and a server: a proxy on loopback that breaks connections. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.testkit.net;
