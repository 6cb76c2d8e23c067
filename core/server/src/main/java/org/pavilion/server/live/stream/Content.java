package org.pavilion.server.live.stream;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** What a pushed file is by its own bytes, whatever it calls itself. */
enum Content {
    /** MPEG transport stream: whole packets, each with its sync byte. */
    TRANSPORT,
    /** Fragments of MP4: boxes that fill the file, a {@code moof} and its {@code mdat} among them. */
    FRAGMENT,
    /** The header that fragments share. */
    HEADER,
    /** Anything else, also half of one of these. */
    UNFIT;

    private static final int PACKET = 188;
    private static final byte SYNC = 0x47;
    private static final int MOST_BOXES = 10_000;
    private static final Set<String> FIRST = Set.of("styp", "moof", "sidx", "emsg", "prft");

    static Content of(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var first = ByteBuffer.allocate(8);
            if (!fill(channel, first, 0)) {
                return UNFIT;
            }
            return first.get(0) == SYNC ? transport(channel) : boxes(channel);
        }
    }

    private static Content transport(FileChannel channel) throws IOException {
        if (channel.size() % PACKET != 0) {
            return UNFIT;
        }
        var sync = ByteBuffer.allocate(1);
        long step = Math.max(1, channel.size() / PACKET / 200) * PACKET;
        for (long at = 0; at < channel.size(); at += step) {
            sync.clear();
            if (!fill(channel, sync, at) || sync.get(0) != SYNC) {
                return UNFIT;
            }
        }
        return TRANSPORT;
    }

    private static Content boxes(FileChannel channel) throws IOException {
        var names = new HashSet<String>();
        var header = ByteBuffer.allocate(16);
        String beginning = "";
        long at = 0;
        for (int n = 0; at < channel.size(); n++) {
            header.clear().limit(8);
            if (n > MOST_BOXES || !fill(channel, header, at)) {
                return UNFIT;
            }
            long size = header.getInt(0) & 0xFFFFFFFFL;
            var name = new String(header.array(), 4, 4, StandardCharsets.ISO_8859_1);
            if (size == 1) {
                header.clear();
                if (!fill(channel, header, at)) {
                    return UNFIT;
                }
                size = header.getLong(8);
            }
            if (size < 8 || size > channel.size() - at) {
                return UNFIT;
            }
            beginning = n == 0 ? name : beginning;
            names.add(name);
            at += size;
        }
        if (beginning.equals("ftyp") && names.contains("moov") && !names.contains("moof")) {
            return HEADER;
        }
        return FIRST.contains(beginning) && names.containsAll(Set.of("moof", "mdat")) ? FRAGMENT : UNFIT;
    }

    /** Fills the buffer from there; false when the file ends before. */
    private static boolean fill(FileChannel channel, ByteBuffer buffer, long at) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                return false;
            }
        }
        return true;
    }
}
