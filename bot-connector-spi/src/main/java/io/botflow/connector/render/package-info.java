/** Turns parts into the nearest that one messenger can show, and tells what changed on the way. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.connector.render;
