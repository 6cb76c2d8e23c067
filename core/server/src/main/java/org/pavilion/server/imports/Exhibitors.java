package org.pavilion.server.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Organisation;
import org.pavilion.api.Text;

/** Rows of a table as the records that the directory and the exhibition take: organisations, their zones and booths. */
final class Exhibitors {
    private static final int LONGEST_ID = 60;

    private final String edition;
    private final Map<ExhibitorField, Integer> columns;
    private final boolean booths;

    /** @param booths whether anybody takes booths and zones now */
    Exhibitors(String edition, Map<ExhibitorField, Integer> columns, boolean booths) {
        this.edition = edition;
        this.columns = columns;
        this.booths = booths;
    }

    /**
     * One row.
     *
     * @param fault why it is no exhibitor; empty when it is one
     * @param zone id and record of its zone
     */
    record Exhibitor(
            int line,
            String id,
            String name,
            String fault,
            Map<String, Object> organisation,
            Optional<Map<String, Object>> zone,
            Optional<Map<String, Object>> booth) {}

    List<Exhibitor> of(Table table) {
        var seen = new HashMap<String, Integer>();
        var ids = new HashMap<String, Integer>();
        var all = new ArrayList<Exhibitor>();
        for (var row : table.rows()) {
            var each = one(row);
            if (each.fault().isEmpty()) {
                var twin = seen.putIfAbsent(plain(each.name()), row.line());
                var same = ids.putIfAbsent(each.id(), row.line());
                if (twin != null || same != null) {
                    each = faulty(row, each.name(), "sheet.twice:" + (twin != null ? twin : same));
                }
            }
            all.add(each);
        }
        return all;
    }

    private Exhibitor one(Table.Row row) {
        var zh = cell(row, ExhibitorField.NAME);
        var en = cell(row, ExhibitorField.NAME_EN);
        if (zh.isEmpty() && en.isEmpty()) {
            return faulty(row, "", "sheet.no-name");
        }
        var name = text(zh, en);
        var id = id(cell(row, ExhibitorField.ID), zh, en);
        var zone = booths ? zone(row) : Optional.<Map<String, Object>>empty();
        return new Exhibitor(
                row.line(), id, zh.isEmpty() ? en : zh, "", organisation(row, id, name), zone, booth(row, id, zone));
    }

    private static Exhibitor faulty(Table.Row row, String name, String fault) {
        return new Exhibitor(row.line(), "", name, fault, Map.of(), Optional.empty(), Optional.empty());
    }

    private Map<String, Object> organisation(Table.Row row, String id, Map<String, Object> name) {
        var summary = text(cell(row, ExhibitorField.SUMMARY), cell(row, ExhibitorField.SUMMARY_EN));
        var line = new LinkedHashMap<String, Object>();
        line.put("id", id);
        line.put("kind", "organisation");
        line.put("name", name);
        line.put("summary", summary.isEmpty() ? name : summary);
        line.put(
                "aliases",
                list(cell(row, ExhibitorField.ALIASES)).stream()
                        .map(alias -> Map.of("zh", alias, "en", alias))
                        .toList());
        line.put("roles", List.of("exhibitor"));
        line.put("isExhibitor", true);
        line.put("editions", List.of(edition));
        line.put("source", List.of());
        return line;
    }

    private Optional<Map<String, Object>> zone(Table.Row row) {
        var zh = cell(row, ExhibitorField.ZONE);
        var en = cell(row, ExhibitorField.ZONE_EN);
        var name = text(zh, en);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        var line = new LinkedHashMap<String, Object>();
        line.put("id", "zone-" + plainEdition() + "-" + hash(plain(zh.isEmpty() ? en : zh)));
        line.put("kind", "zone");
        line.put("name", name);
        line.put("summary", name);
        line.put("edition", edition);
        line.put("source", List.of());
        return Optional.of(line);
    }

    /** Only what the table says of the booth; without that the exhibition gives the exhibitor one by itself. */
    private Optional<Map<String, Object>> booth(Table.Row row, String id, Optional<Map<String, Object>> zone) {
        var stand = stand(cell(row, ExhibitorField.STAND));
        var tags = list(cell(row, ExhibitorField.TAGS));
        if (!booths || (zone.isEmpty() && stand.isEmpty() && tags.isEmpty())) {
            return Optional.empty();
        }
        var line = new LinkedHashMap<String, Object>();
        line.put("id", "b-" + plainEdition() + "-" + id.replaceFirst("^org-", ""));
        line.put("kind", "booth");
        line.put("edition", edition);
        line.put("exhibitor", id);
        zone.ifPresent(each -> line.put("zone", String.valueOf(each.get("id"))));
        if (!stand.isEmpty()) {
            line.put("stand", stand);
        }
        line.put("fields", List.of());
        line.put("tags", tags);
        return Optional.of(line);
    }

    /** The line of an organisation that exists already, which takes part from now on; what is known of it stays. */
    Map<String, Object> joining(Organisation known, Map<String, Object> wish) {
        var line = new LinkedHashMap<String, Object>(wish);
        line.put("id", known.id());
        if (!known.id().equals(wish.get("id"))) {
            line.put("name", known.name());
            line.put("summary", known.summary());
            line.put("aliases", known.aliases());
        } else if (wish.get("aliases") instanceof List<?> aliases && aliases.isEmpty()) {
            line.put("aliases", known.aliases());
        }
        line.put("roles", union(known.roles(), "exhibitor"));
        line.put("editions", union(known.editions(), edition));
        line.put("source", known.sources());
        if (known.synthetic()) {
            line.put("synthetic", true);
        }
        return line;
    }

    private static List<String> union(List<String> all, String one) {
        if (all.contains(one)) {
            return all;
        }
        var more = new ArrayList<>(all);
        more.add(one);
        return more;
    }

    private String cell(Table.Row row, ExhibitorField field) {
        return row.cell(columns.getOrDefault(field, -1));
    }

    private String plainEdition() {
        return edition.replaceFirst("^ed-", "");
    }

    /** A text as JSON; empty without a word in either language. */
    private static Map<String, Object> text(String zh, String en) {
        return zh.isEmpty() && en.isEmpty() ? Map.of() : Map.of("zh", zh, "en", en);
    }

    private static List<String> list(String cell) {
        return Arrays.stream(cell.split("[;；、,，|\n]", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }

    /** {@code b32}, {@code B 032} and {@code B-32} are {@code B-032}. */
    private static String stand(String cell) {
        var plain = Normalizer.normalize(cell, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s_]+", "");
        var match =
                java.util.regex.Pattern.compile("([A-Z]{1,2})-?0*([0-9]{1,4})").matcher(plain);
        return match.matches() && match.group(2).length() <= 4
                ? "%s-%03d".formatted(match.group(1), Integer.parseInt(match.group(2)))
                : plain;
    }

    private static String id(String given, String zh, String en) {
        var slug = slug(given.isEmpty() ? en : given);
        if (slug.isEmpty()) {
            slug = slug(zh);
        }
        return "org-" + (slug.length() < 2 ? hash(plain(zh.isEmpty() ? en : zh)) : slug.replaceFirst("^org-", ""));
    }

    /** Words of a name in Latin script; empty when it holds any other, for then too little would be left of it. */
    private static String slug(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        if (plain.chars().anyMatch(c -> c > 0x2ff && Character.isLetter(c))) {
            return "";
        }
        var slug = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return slug.length() <= LONGEST_ID ? slug : slug.substring(0, LONGEST_ID - 9) + "-" + hash(plain);
    }

    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", "");
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** The name of a record in both languages, for a list of what is new. */
    static String label(Map<String, Object> line) {
        return line.get("name") instanceof Map<?, ?> name
                ? new Text(String.valueOf(name.get("zh")), String.valueOf(name.get("en")))
                        .in(org.pavilion.api.Language.ZH)
                : "";
    }
}
