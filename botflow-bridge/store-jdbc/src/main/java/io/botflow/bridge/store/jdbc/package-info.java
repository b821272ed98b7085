/**
 * A durable store of the bridge in an SQL database: one SQLite file, or PostgreSQL for several
 * instances.
 */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.bridge.store.jdbc;
