package org.pavilion.server.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Set;
import org.pavilion.api.Problem;
import org.sqlite.JDBC;

/** The database file and how its connections are set up: WAL, synced at each commit. */
record SqliteFile(Path path) {
    private static final Set<String> NETWORK = Set.of("nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "afs", "ceph");

    static SqliteFile in(Path data) {
        try {
            var kind = Files.getFileStore(data).type();
            if (NETWORK.contains(kind)) {
                throw new Problem(
                        "storage.network",
                        500,
                        data + " lies on a network file system (" + kind
                                + "), where SQLite loses data; use a local disk or --store jdbc:postgresql://…");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // The driver unpacks its native part; a temp directory without execution rights breaks it.
        if (System.getProperty("org.sqlite.tmpdir") == null) {
            System.setProperty("org.sqlite.tmpdir", data.toAbsolutePath().toString());
        }
        return new SqliteFile(data.resolve("pavilion.db"));
    }

    /** Autocommit stays on and transactions are SQL: the driver's own keep an idle connection locked. */
    Connection writer() throws SQLException {
        var connection = open();
        try {
            execute(connection, "pragma journal_mode = wal");
            execute(connection, "pragma synchronous = full");
            execute(connection, "pragma foreign_keys = on");
            execute(connection, "pragma wal_autocheckpoint = 1000");
            // What is deleted is overwritten: an erased person's words are in no free page.
            execute(connection, "pragma secure_delete = on");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    Connection reader() throws SQLException {
        var connection = open();
        try {
            execute(connection, "pragma query_only = on");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Moves the whole write-ahead log into the file and cuts it to nothing; false while a reader is in the way. */
    boolean truncateWal() throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement();
                var answer = statement.executeQuery("pragma wal_checkpoint(truncate)")) {
            return answer.next() && answer.getInt(1) == 0;
        }
    }

    long walBytes() {
        try {
            var wal = path.resolveSibling(path.getFileName() + "-wal");
            return Files.exists(wal) ? Files.size(wal) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection open() throws SQLException {
        var connection = new JDBC().connect("jdbc:sqlite:" + path.toAbsolutePath(), new Properties());
        if (connection == null) {
            throw new SQLException("not a SQLite path: " + path);
        }
        execute(connection, "pragma busy_timeout = 5000");
        return connection;
    }
}
