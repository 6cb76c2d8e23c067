package org.pavilion.server.imports;

import java.io.IOException;
import java.io.InputStream;

/**
 * One JSON Lines file that the core or a plugin brings in its {@code demo/} folder.
 *
 * @param owner {@code core} or the plugin's id
 * @param name file name, e.g. {@code policies.jsonl}
 */
public record DemoFile(String owner, String name, Opening lines) {
    /** Opens the file's bytes; the reader closes them. */
    @FunctionalInterface
    public interface Opening {
        InputStream open() throws IOException;
    }
}
