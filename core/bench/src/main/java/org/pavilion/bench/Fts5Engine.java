package org.pavilion.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** SQLite FTS5, with the application cutting pairs of characters or with its own trigrams. */
final class Fts5Engine implements SearchEngine {
    private final Path dir;
    private final boolean trigram;
    private final Connection connection;
    private final PreparedStatement insert;

    Fts5Engine(Path dir, boolean trigram) throws Exception {
        this.dir = Files.createDirectories(dir);
        this.trigram = trigram;
        connection = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("fts.db"));
        try (var setup = connection.createStatement()) {
            setup.execute("pragma journal_mode=wal");
            setup.execute(
                    "create virtual table d using fts5(title, body, id unindexed, type unindexed, acl unindexed, tokenize='"
                            + (trigram ? "trigram" : "unicode61") + "')");
        }
        connection.setAutoCommit(false);
        insert = connection.prepareStatement("insert into d(title, body, id, type, acl) values (?, ?, ?, ?, 'pub')");
    }

    @Override
    public Path dir() {
        return dir;
    }

    @Override
    public void put(SearchCorpus.Doc document) throws SQLException {
        insert.setString(1, trigram ? document.title() : pairs(document.title()));
        insert.setString(2, trigram ? document.body() : pairs(document.body()));
        insert.setString(3, document.id());
        insert.setString(4, document.type());
        insert.executeUpdate();
    }

    @Override
    public void finish() throws SQLException {
        connection.commit();
        try (var optimise = connection.createStatement()) {
            optimise.execute("insert into d(d) values ('optimize')");
        }
        connection.commit();
    }

    @Override
    public void show() throws SQLException {
        connection.commit();
    }

    @Override
    public long find(String query) throws SQLException {
        var words = List.of(query.split(" ", -1));
        boolean shortWord = trigram && words.stream().anyMatch(word -> word.length() < 3);
        var where = shortWord ? "title || body like ?" : "d match ?";
        var asked = new ArrayList<String>();
        for (var word : words) {
            asked.add(trigram ? "\"" + word + "\"" : "\"" + pairs(word).strip() + "\"");
        }
        var argument = shortWord ? "%" + String.join("%", words) + "%" : String.join(" AND ", asked);
        var order = shortWord ? "" : " order by rank";
        var snippet = shortWord ? "substr(body, 1, 60)" : "snippet(d, 1, '<mark>', '</mark>', '…', 20)";
        try (var top = connection.prepareStatement(
                        "select id, " + snippet + " from d where " + where + " and acl = 'pub'" + order + " limit 10");
                var facet = connection.prepareStatement(
                        "select type, count(*) from d where " + where + " and acl = 'pub' group by type")) {
            top.setString(1, argument);
            facet.setString(1, argument);
            try (var rows = top.executeQuery()) {
                while (rows.next()) {
                    rows.getString(2);
                }
            }
            long total = 0;
            try (var rows = facet.executeQuery()) {
                while (rows.next()) {
                    total += rows.getLong(2);
                }
            }
            return total;
        }
    }

    private static String pairs(String text) {
        var pairs = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128) {
                pairs.append(c);
            } else if (i + 1 < text.length() && text.charAt(i + 1) >= 128) {
                pairs.append(' ').append(c).append(text.charAt(i + 1)).append(' ');
            }
        }
        return pairs.toString();
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        connection.commit();
        connection.close();
    }
}
