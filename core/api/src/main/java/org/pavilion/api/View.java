package org.pavilion.api;

import java.time.Instant;

/** What a template gets besides its model: language, texts, links and formats of one request. */
@Stable
public interface View {
    Language lang();

    /** The edition the visitor looks at. */
    Edition edition();

    /** The plugin's message for the key; {@code {0}}, {@code {1}} … are replaced. */
    String t(String key, Object... args);

    /** The text in the page's language; falls back to the other one. */
    String text(Text text);

    /** {@code lang} attribute for a text that fell back: {@code zh} or {@code en}. */
    String langOf(Text text);

    /** The page of an object, in the page's language. */
    String url(Ref ref);

    /** A site path in the page's language, keeping a chosen edition. */
    String url(String path);

    /** The address of a file in the plugin's {@code ui/} folder, e.g. a picture; it changes with the bytes. */
    String asset(String file);

    String money(Money money);

    /** A figure with its qualifier in words: 约 1,000 · more than 800. */
    String quantity(Quantity quantity);

    String number(long value);

    /** Day and time in the venue's zone. */
    String time(Instant at);

    /** What readers see of a source. */
    String source(Source source);

    /**
     * What a reader can do next with an object: its links in both directions and what resembles it,
     * grouped, with a verb each; empty when there is nothing. Place it as {@code
     * $unsafe{view.next(ref)}}.
     *
     * @param shown relations that the page itself already shows
     */
    @Preview
    String next(Ref subject, String... shown);

    /** Sets the page's title and description; call it first. */
    void head(String title, String description);

    /** Places a rendered fragment unescaped. */
    String place(Html fragment);
}
