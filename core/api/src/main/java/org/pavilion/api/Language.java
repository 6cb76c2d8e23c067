package org.pavilion.api;

/** The languages every page exists in. */
@Stable
public enum Language {
    ZH("zh"),
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** BCP 47 tag for {@code lang} attributes: {@code zh} or {@code en}. */
    public String tag() {
        return tag;
    }

    public Language other() {
        return this == ZH ? EN : ZH;
    }
}
