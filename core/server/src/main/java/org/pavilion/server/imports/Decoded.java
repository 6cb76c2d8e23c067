package org.pavilion.server.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.pavilion.api.Problem;

/** A text file whose encoding nobody declared: what its mark says, else UTF-8 if it is that, else GB 18030. */
record Decoded(String text, String charset) {
    private static final char BOM = '\uFEFF';
    private static final Charset CHINESE = Charset.forName("GB18030");

    static Decoded of(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe) {
            return in(StandardCharsets.UTF_16LE, bytes).orElseThrow(Decoded::unreadable);
        }
        if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff) {
            return in(StandardCharsets.UTF_16BE, bytes).orElseThrow(Decoded::unreadable);
        }
        return in(StandardCharsets.UTF_8, bytes)
                .or(() -> in(CHINESE, bytes))
                .filter(decoded -> decoded.text().indexOf('\0') < 0)
                .orElseThrow(Decoded::unreadable);
    }

    private static Optional<Decoded> in(Charset charset, byte[] bytes) {
        try {
            var text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Optional.of(
                    new Decoded(!text.isEmpty() && text.charAt(0) == BOM ? text.substring(1) : text, charset.name()));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Problem unreadable() {
        return new Problem("sheet.encoding", 422, "not a text file; save the table as CSV (UTF-8)").at("/file");
    }
}
