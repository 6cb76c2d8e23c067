package org.pavilion.server.live.stream;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Fragmented MP4 with one video track: the header that all segments share, and the segments. */
final class Mp4 {
    private static final int[] IDENTITY = {0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000};
    private static final int DEPENDS_ON_NONE = 0x02000000;
    private static final int DEPENDS_NOT_KEY = 0x01010000;
    private static final int DATA_OFFSET_AT = 8;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Mp4() {}

    static byte[] header(byte[] sequence, byte[] picture, int width, int height, int timescale) {
        var type = new Mp4()
                .text("iso6")
                .u32(0)
                .text("iso6")
                .text("avc1")
                .text("mp41")
                .box("ftyp");
        var movie = new Mp4()
                .u32(0)
                .u32(0)
                .u32(0)
                .u32(timescale)
                .u32(0)
                .u32(0x10000)
                .u16(0x100)
                .u16(0)
                .u32(0)
                .u32(0)
                .matrix()
                .zeros(24)
                .u32(2)
                .box("mvhd");
        var track = new Mp4()
                .u32(3)
                .u32(0)
                .u32(0)
                .u32(1)
                .u32(0)
                .u32(0)
                .zeros(8)
                .u16(0)
                .u16(0)
                .u16(0)
                .u16(0)
                .matrix()
                .u32(width << 16)
                .u32(height << 16)
                .box("tkhd");
        var media = new Mp4()
                .u32(0)
                .u32(0)
                .u32(0)
                .u32(timescale)
                .u32(0)
                .u16(0x55C4)
                .u16(0)
                .box("mdhd");
        var handler = new Mp4()
                .u32(0)
                .u32(0)
                .text("vide")
                .zeros(12)
                .text("Pavilion")
                .u8(0)
                .box("hdlr");
        var reference =
                new Mp4().u32(0).u32(1).bytes(new Mp4().u32(1).box("url ")).box("dref");
        var table = new Mp4()
                .bytes(new Mp4()
                        .u32(0)
                        .u32(1)
                        .bytes(sample(sequence, picture, width, height))
                        .box("stsd"))
                .bytes(new Mp4().u32(0).u32(0).box("stts"))
                .bytes(new Mp4().u32(0).u32(0).box("stsc"))
                .bytes(new Mp4().u32(0).u32(0).u32(0).box("stsz"))
                .bytes(new Mp4().u32(0).u32(0).box("stco"))
                .box("stbl");
        var minf = new Mp4()
                .bytes(new Mp4().u32(1).zeros(8).box("vmhd"))
                .bytes(new Mp4().bytes(reference).box("dinf"))
                .bytes(table)
                .box("minf");
        var trak = new Mp4()
                .bytes(track)
                .bytes(new Mp4().bytes(media).bytes(handler).bytes(minf).box("mdia"))
                .box("trak");
        var extends_ = new Mp4()
                .bytes(new Mp4().u32(0).u32(1).u32(1).u32(0).u32(0).u32(0).box("trex"))
                .box("mvex");
        var moov = new Mp4().bytes(movie).bytes(trak).bytes(extends_).box("moov");
        return new Mp4().bytes(type).bytes(moov).out.toByteArray();
    }

    private static byte[] sample(byte[] sequence, byte[] picture, int width, int height) {
        var configuration = new Mp4()
                .u8(1)
                .u8(sequence[1])
                .u8(sequence[2])
                .u8(sequence[3])
                .u8(0xFF)
                .u8(0xE1)
                .u16(sequence.length)
                .bytes(sequence)
                .u8(1)
                .u16(picture.length)
                .bytes(picture)
                .box("avcC");
        return new Mp4()
                .zeros(6)
                .u16(1)
                .zeros(16)
                .u16(width)
                .u16(height)
                .u32(0x480000)
                .u32(0x480000)
                .u32(0)
                .u16(1)
                .zeros(32)
                .u16(24)
                .u16(0xFFFF)
                .bytes(configuration)
                .box("avc1");
    }

    /** A segment: its first frame is a key, each frame one unit, all of the same duration. */
    static byte[] segment(int sequence, long baseTime, int frameDuration, List<byte[]> frames) {
        var runs = new Mp4().u32(0x000F01).u32(frames.size()).u32(0);
        for (int i = 0; i < frames.size(); i++) {
            runs.u32(frameDuration)
                    .u32(frames.get(i).length + 4)
                    .u32(i == 0 ? DEPENDS_ON_NONE : DEPENDS_NOT_KEY)
                    .u32(0);
        }
        var run = runs.box("trun");
        var fragment = new Mp4()
                .bytes(new Mp4().u32(0x020000).u32(1).box("tfhd"))
                .bytes(new Mp4().u32(0x01000000).u64(baseTime).box("tfdt"))
                .bytes(run)
                .box("traf");
        var moof = new Mp4()
                .bytes(new Mp4().u32(0).u32(sequence).box("mfhd"))
                .bytes(fragment)
                .box("moof");
        // The run is the last box; its samples begin behind the header of the data that follows.
        int at = moof.length - run.length + 8 + DATA_OFFSET_AT;
        put(moof, at, moof.length + 8);
        var data = new Mp4();
        frames.forEach(frame -> data.u32(frame.length).bytes(frame));
        var type = new Mp4().text("msdh").u32(0).text("msdh").text("msix").box("styp");
        return new Mp4().bytes(type).bytes(moof).bytes(data.box("mdat")).out.toByteArray();
    }

    private static void put(byte[] box, int at, int value) {
        for (int i = 0; i < 4; i++) {
            box[at + i] = (byte) (value >>> (24 - 8 * i));
        }
    }

    private byte[] box(String name) {
        return new Mp4()
                .u32(out.size() + 8)
                .text(name)
                .bytes(out.toByteArray())
                .out
                .toByteArray();
    }

    private Mp4 u8(int value) {
        out.write(value);
        return this;
    }

    private Mp4 u16(int value) {
        return u8(value >>> 8).u8(value);
    }

    private Mp4 u32(int value) {
        return u16(value >>> 16).u16(value);
    }

    private Mp4 u64(long value) {
        return u32((int) (value >>> 32)).u32((int) value);
    }

    private Mp4 zeros(int count) {
        out.writeBytes(new byte[count]);
        return this;
    }

    private Mp4 text(String value) {
        out.writeBytes(value.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    private Mp4 bytes(byte[] value) {
        out.writeBytes(value);
        return this;
    }

    private Mp4 matrix() {
        for (int each : IDENTITY) {
            u32(each);
        }
        return this;
    }
}
