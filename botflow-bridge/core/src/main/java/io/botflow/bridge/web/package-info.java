/** Hosts the bridge's handlers: routing by path and a binding for the JDK's own HTTP server. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.bridge.web;
