package org.pavilion.server.personal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.pavilion.api.JsonText;
import org.pavilion.api.Ref;
import org.pavilion.server.identity.Identity;

/** Everything kept about one person, to take along: a folder for each holder, a JSON file for each kind. */
final class Archive {
    private static final String READ_ME = """
            本压缩包包含本展会保存的与您有关的全部数据，每个功能一个文件夹，JSON 格式，UTF-8 编码。
            This archive holds everything this expo keeps about you: a folder for each feature, JSON in UTF-8.
            """;

    private final Identity identity;
    private final JsonText json;

    Archive(Identity identity, JsonText json) {
        this.identity = identity;
        this.json = json;
    }

    /** What is written as a JSON file: its name and its value. */
    private record Kept(Object value) {}

    byte[] of(Ref account) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, "README.txt", READ_ME);
            for (var holder : identity.exportOf(account).entrySet()) {
                for (var kind : holder.getValue().entrySet()) {
                    put(zip, holder.getKey() + "/" + kind.getKey() + ".json", text(kind.getValue()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private String text(Object value) {
        return value instanceof Map<?, ?> map && map.isEmpty() ? "{}" : json.text(new Kept(value));
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
