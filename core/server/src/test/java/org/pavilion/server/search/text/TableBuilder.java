package org.pavilion.server.search.text;

import com.ibm.icu.text.Transliterator;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import net.sourceforge.pinyin4j.PinyinHelper;

/** Makes {@code fold.bin} and {@code pinyin.bin}; run {@link #main} with the resource folder to rewrite them. */
final class TableBuilder {
    private static final int MAX_READINGS = 3;

    private TableBuilder() {}

    public static void main(String[] folder) throws IOException {
        Files.write(Path.of(folder[0], "fold.bin"), fold());
        Files.write(Path.of(folder[0], "pinyin.bin"), pinyin());
    }

    static byte[] fold() throws IOException {
        var table = foldTable();
        var changed = new ArrayList<Integer>();
        for (int i = 0; i < table.length; i++) {
            if (table[i] != i) {
                changed.add(i);
            }
        }
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(changed.size());
        for (int i : changed) {
            out.writeChar(i);
            out.writeChar(table[i]);
        }
        return bytes.toByteArray();
    }

    private static char[] foldTable() {
        var simplify = Transliterator.getInstance("Traditional-Simplified");
        var table = new char[1 << 16];
        for (int i = 0; i < table.length; i++) {
            table[i] = once((char) i, simplify);
        }
        // The transliterator swaps one pair for ever: go on until nothing moves, and take a cycle's smallest member.
        var fixed = new char[table.length];
        for (int i = 0; i < table.length; i++) {
            var seen = new LinkedHashSet<Character>();
            char c = (char) i;
            while (seen.add(c)) {
                c = table[c];
            }
            var cycle = new TreeSet<Character>();
            while (cycle.add(c)) {
                c = table[c];
            }
            fixed[i] = cycle.first();
        }
        return fixed;
    }

    private static char once(char c, Transliterator simplify) {
        if (Character.isSurrogate(c)) {
            return c;
        }
        var normal = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
        char folded = Character.toLowerCase(normal.length() == 1 ? normal.charAt(0) : c);
        if (folded >= 0x2E80 && folded <= 0xFAFF) {
            var simple = simplify.transliterate(String.valueOf(folded));
            folded = simple.length() == 1 ? simple.charAt(0) : folded;
        }
        return folded;
    }

    static byte[] pinyin() throws IOException {
        var table = foldTable();
        var readings = new TreeMap<Character, List<String>>();
        var syllables = new TreeSet<String>();
        for (int i = 0x3400; i <= 0x9FFF; i++) {
            var all = new LinkedHashSet<String>(own((char) i));
            all.addAll(own(table[i]));
            if (!all.isEmpty()) {
                var kept = all.stream().limit(MAX_READINGS).toList();
                readings.put((char) i, kept);
                syllables.addAll(kept);
            }
        }
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        var numbered = List.copyOf(syllables);
        out.writeShort(numbered.size());
        for (var syllable : numbered) {
            out.writeByte(syllable.length());
            out.write(syllable.getBytes(StandardCharsets.US_ASCII));
        }
        out.writeShort(readings.size());
        for (var entry : readings.entrySet()) {
            out.writeChar(entry.getKey());
            out.writeByte(entry.getValue().size());
            for (var syllable : entry.getValue()) {
                out.writeShort(numbered.indexOf(syllable));
            }
        }
        return bytes.toByteArray();
    }

    private static List<String> own(char c) {
        var raw = PinyinHelper.toHanyuPinyinStringArray(c);
        if (raw == null) {
            return List.of();
        }
        var toneless = new LinkedHashSet<String>();
        for (var reading : raw) {
            toneless.add(
                    reading.toLowerCase(Locale.ROOT).replaceAll("[0-9]", "").replace("u:", "v"));
        }
        return List.copyOf(toneless);
    }
}
