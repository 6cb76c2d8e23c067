package org.pavilion.server.storage;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a table: texts, whole numbers, doubles and nulls; bytes as a map {@code base64} → text. */
@FunctionalInterface
public interface RowSink {
    void row(List<@Nullable Object> values) throws IOException;
}
