package org.pavilion.server.imports;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Problem;

/**
 * The lines of a JSON Lines file: UTF-8, with or without byte order mark, ended by LF or CRLF. A line
 * that is too long or no UTF-8 is one faulty line; a file that is too large ends the reading.
 */
final class LineReader {
    static final int MAX_LINE = 1 << 20;
    static final long MAX_TOTAL = 64L << 20;

    private static final char BOM = '\uFEFF';

    private final InputStream in;
    private long total;
    private int number;

    LineReader(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /**
     * A line that is not blank.
     *
     * @param number 1-based, blank lines counted
     * @param text null when the line is faulty
     */
    record Read(int number, @Nullable String text, String code, String detail) {}

    /** The next line, or null at the end. */
    @Nullable
    Read next() throws IOException {
        while (true) {
            var bytes = new ByteArrayOutputStream();
            boolean tooLong = false;
            int each = read();
            if (each < 0) {
                return null;
            }
            number++;
            for (; each >= 0 && each != '\n'; each = read()) {
                if (bytes.size() < MAX_LINE) {
                    bytes.write(each);
                } else {
                    tooLong = true;
                }
            }
            if (tooLong) {
                return new Read(number, null, "import.line-too-long", "a line may have 1 MiB");
            }
            try {
                var text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes.toByteArray()))
                        .toString();
                var plain = (number == 1 && text.indexOf(BOM) == 0 ? text.substring(1) : text).strip();
                if (!plain.isEmpty()) {
                    return new Read(number, plain, "", "");
                }
            } catch (CharacterCodingException e) {
                return new Read(number, null, "import.encoding", "the line is not UTF-8");
            }
        }
    }

    private int read() throws IOException {
        int each = in.read();
        if (each >= 0 && ++total > MAX_TOTAL) {
            throw new Problem("import.too-large", 413, "an import file may have 64 MiB");
        }
        return each;
    }
}
