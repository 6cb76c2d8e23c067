package org.pavilion.api;

/** Text and pictures made safe for a page. */
@Stable
public interface Content {

    /** CommonMark without raw HTML, sanitised. */
    Html markdown(Text text, Language language);
}
