// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import io.botflow.bridge.store.Link;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The statements about links. */
final class Links {
  static final String PUT =
      """
      INSERT INTO link
        (entry, part, route, user_id, messenger_id, genesys_id, conversation_id, at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (entry, part) DO UPDATE SET
        route = excluded.route, user_id = excluded.user_id, messenger_id = excluded.messenger_id,
        genesys_id = excluded.genesys_id, conversation_id = excluded.conversation_id,
        at = excluded.at""";

  static final String SELECT =
      "SELECT entry, part, user_id, messenger_id, genesys_id, conversation_id FROM link ";

  static final String OF_HEAD =
      SELECT
          + """
          WHERE entry IN (SELECT seq FROM entry WHERE entry.lane = ? AND entry.state = 'WAITING'
            ORDER BY seq LIMIT ?)
          ORDER BY entry, part""";

  static final String OF_ENTRY = SELECT + "WHERE entry = ? ORDER BY part";

  static final String BY_MESSENGER_ID =
      SELECT
          + """
          WHERE route = ? AND user_id = ? AND messenger_id = ?
          ORDER BY at DESC, entry DESC, part DESC""";

  static final String BY_GENESYS_ID =
      SELECT + "WHERE route = ? AND genesys_id = ? ORDER BY entry, part";

  /** Stores what became of a part, in place of what was known of it. */
  void put(Session session, long entry, String route, Link link, long now) throws SQLException {
    session.update(
        PUT,
        entry,
        link.part(),
        route,
        link.userId(),
        link.messengerId(),
        link.genesysId(),
        link.conversationId(),
        now);
  }

  /** The links of the entries at the head of a lane, by the entry's number. */
  Map<Long, List<Link>> ofHead(Session session, String lane, int max) throws SQLException {
    Map<Long, List<Link>> found = new HashMap<>();
    session.list(
        OF_HEAD,
        row -> found.computeIfAbsent(row.getLong(1), entry -> new ArrayList<>()).add(link(row)),
        lane,
        max);
    return found;
  }

  /** The links of one entry, in the order of its parts. */
  List<Link> ofEntry(Session session, long entry) throws SQLException {
    return session.list(OF_ENTRY, Links::link, entry);
  }

  List<Link> byMessengerId(Session session, String route, String userId, String messengerId)
      throws SQLException {
    return session.list(BY_MESSENGER_ID, Links::link, route, userId, messengerId);
  }

  List<Link> byGenesysId(Session session, String route, String genesysId) throws SQLException {
    return session.list(BY_GENESYS_ID, Links::link, route, genesysId);
  }

  private static Link link(ResultSet row) throws SQLException {
    return new Link(
        row.getInt("part"),
        row.getString("user_id"),
        row.getString("messenger_id"),
        row.getString("genesys_id"),
        row.getString("conversation_id"));
  }
}
