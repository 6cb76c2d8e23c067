package org.pavilion.server.realtime;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.websocket.core.Frame;

/** Puts the fragments of a text message together: bounded, and valid UTF-8 or nothing. */
final class Inbound {
    static final int LONGEST = 8 * 1024;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(0);

    sealed interface Read {}

    /** The message goes on. */
    record More() implements Read {}

    record Message(String text) implements Read {}

    /** The connection has to end. */
    record Refused(int code, String why) implements Read {}

    Read add(Frame frame) {
        if (bytes.size() + frame.getPayloadLength() > LONGEST) {
            return new Refused(CloseCode.TOO_LARGE, "at most 8 KiB");
        }
        if (frame.hasPayload()) {
            var part = new byte[frame.getPayloadLength()];
            frame.getPayload().get(part);
            bytes.writeBytes(part);
        }
        if (!frame.isFin()) {
            return new More();
        }
        var whole = bytes.toByteArray();
        bytes.reset();
        try {
            return new Message(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(whole))
                    .toString());
        } catch (CharacterCodingException e) {
            return new Refused(CloseCode.BAD_TEXT, "not UTF-8");
        }
    }
}
