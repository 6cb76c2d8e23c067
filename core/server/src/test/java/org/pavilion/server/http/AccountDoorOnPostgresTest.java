package org.pavilion.server.http;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.server.storage.Dialect;

/** The doors of accounts, on PostgreSQL. */
final class AccountDoorOnPostgresTest extends AccountDoors {
    AccountDoorOnPostgresTest(@TempDir Path data) {
        super(Dialect.POSTGRES, data);
    }
}
