package org.pavilion.server.search.index;

import java.util.List;

/** The fields of the index. Owners of documents add types and facets, never fields. */
public final class Fields {
    /** {@code type:id}, or {@code type:id#n} for a deeper part. */
    public static final String ID = "id";
    /** {@code type:id}: the key of an update and what hits collapse on. */
    public static final String OBJECT = "object";

    public static final String OWNER = "plugin";
    public static final String TYPE = "type";
    public static final String EDITION = "edition";
    /** Search groups that may find this part. */
    public static final String ACL = "acl";
    /** Search groups that may know of the object at all; on deeper parts only. */
    public static final String BASE_ACL = "acl.base";

    /** Marks parts below the base part. */
    public static final String DEEPER = "deeper";

    public static final String TITLE = "title";
    public static final String TITLE_EN = "titleEn";
    public static final String ORG = "org";
    public static final String TAGS = "tags";
    public static final String BODY = "body";
    /** The whole title, folded, letters and digits only. */
    public static final String WHOLE = "whole";
    /** Pairs of syllables of everything, {@code liu_lang}. */
    public static final String PINYIN = "py";
    /** Pairs of syllables of the title alone. */
    public static final String PINYIN_TITLE = "py.title";
    /** Every distinct English word of title, tags and text as written: what near words are compared with. */
    public static final String LATIN = "latin";
    /** The same of the title alone. */
    public static final String LATIN_TITLE = "latin.title";
    /** First letters of the words of a title. */
    public static final String INITIALS = "ini";
    /** Part numbers and codes, folded letters and digits only. */
    public static final String CODE = "sku";

    public static final String SUGGEST = "sug";
    public static final String CHANGED = "changed";
    public static final String STARTS_AT = "startsAt";
    public static final String PRICE = "price";
    public static final String LINK = "link";
    public static final String TITLE_ZH_STORED = "title.zh";
    public static final String TITLE_EN_STORED = "title.en";
    public static final String BODY_ZH_STORED = "body.zh";
    public static final String BODY_EN_STORED = "body.en";

    /** A text field and what a match in it is worth. */
    public record Weighted(String field, float weight) {}

    /** Where words are looked for. */
    public static final List<Weighted> TEXT = List.of(
            new Weighted(TITLE, 4),
            new Weighted(TITLE_EN, 4),
            new Weighted(ORG, 3),
            new Weighted(TAGS, 2),
            new Weighted(BODY, 1));

    private Fields() {}

    /** The exact values of a facet. */
    public static String facet(String name) {
        return name.equals(TYPE) || name.equals(EDITION) ? name : "facet." + name;
    }
}
