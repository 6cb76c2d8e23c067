package org.pavilion.server.directory;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Ref;
import org.pavilion.api.Text;

/** Names in a form that can be compared, to find the same firm or person under a second id. */
final class Names {
    private Names() {}

    /** Width, case and spaces aside; "(中国) ABC" equals "（中国）abc". */
    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", "");
    }

    static List<String> plain(Collection<Text> names) {
        return names.stream()
                .flatMap(name -> Stream.of(name.zh(), name.en()))
                .filter(name -> !name.isBlank())
                .map(Names::plain)
                .distinct()
                .toList();
    }

    /** Another object of the type that already bears one of the names. */
    static Optional<Ref> bearer(Handle handle, String type, String id, Collection<Text> names) {
        return handle.createQuery(
                        "select id from directory_name where type = :type and name in (<names>) and id <> :id order by id")
                .bind("type", type)
                .bind("id", id)
                .bindList("names", plain(names))
                .mapTo(String.class)
                .findFirst()
                .map(other -> new Ref(type, other));
    }

    static void store(Handle handle, String type, String id, Collection<Text> names) {
        handle.execute("delete from directory_name where type = ? and id = ?", type, id);
        for (var name : plain(names)) {
            handle.execute("insert into directory_name(type, id, name) values (?, ?, ?)", type, id, name);
        }
    }
}
