package org.pavilion.server.live.view;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.pavilion.api.Response;

/** A file that never changes under its name, so that whoever got it may keep it. */
public record KeptFile(Path path) implements Response.Body {
    @Override
    public void write(OutputStream out) throws IOException {
        Files.copy(path, out);
    }
}
