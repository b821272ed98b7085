/**
 * Profiles that an organisation keeps and attaches to its integrations, of whatever kind, and their
 * addresses.
 */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.testkit.genesys.internal.profile;
