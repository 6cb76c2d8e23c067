package org.pavilion.server.http;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.server.storage.Dialect;

/** Signing in through another provider, on SQLite. */
final class ProviderTest extends ProviderWays {
    ProviderTest(@TempDir Path data) throws IOException {
        super(Dialect.SQLITE, data);
    }
}
