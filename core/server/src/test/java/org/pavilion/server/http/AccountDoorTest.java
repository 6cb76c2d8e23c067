package org.pavilion.server.http;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.server.storage.Dialect;

/** The doors of accounts, on SQLite. */
final class AccountDoorTest extends AccountDoors {
    AccountDoorTest(@TempDir Path data) {
        super(Dialect.SQLITE, data);
    }
}
