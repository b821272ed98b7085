/** A durable store of the bridge in an SQL database: one SQLite file, without a server. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.bridge.store.jdbc;
