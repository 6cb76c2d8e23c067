package org.pavilion.api;

/** A small label beside a name: a type, a state, or that a record is invented. */
@Preview
public record Mark(Text text, Tone tone) {
    /** How the label is coloured; the words always stand with it. */
    public enum Tone {
        PLAIN,
        JADE,
        GOLD,
        BRAND,
        LIVE,
        SYNTHETIC
    }

    public static Mark plain(Text text) {
        return new Mark(text, Tone.PLAIN);
    }
}
