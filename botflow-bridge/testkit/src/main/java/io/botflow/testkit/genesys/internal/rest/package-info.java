/**
 * How the simulated API is served: routes, permissions, errors, and JSON in the platform's form.
 */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.testkit.genesys.internal.rest;
