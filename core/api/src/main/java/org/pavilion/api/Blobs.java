package org.pavilion.api;

import java.io.InputStream;
import java.util.Optional;

/** Content-addressed files. Store before the row that names them. */
@Stable
public interface Blobs {

    /** Stores the bytes (idempotent by content); refuses more than {@code maxBytes} with 413. */
    BlobRef put(InputStream bytes, long maxBytes);

    Optional<InputStream> open(BlobRef ref);
}
