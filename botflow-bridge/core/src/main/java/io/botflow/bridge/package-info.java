/** The bridge: wired here, from parts that each have a package of their own. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.bridge;
