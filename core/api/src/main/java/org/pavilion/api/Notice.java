package org.pavilion.api;

/**
 * Something one person should know.
 *
 * @param kind what it is, {@code prefix.kebab-case}, at most 80 characters; a kind is what people
 *     choose whether they want mail about it
 * @param title one line
 * @param about the object it leads to
 */
@Preview
public record Notice(String kind, Text title, Ref about) {
    private static final int LONGEST = 300;

    public Notice {
        if (!kind.matches("[a-z][a-z0-9-]{0,39}\\.[a-z][a-z0-9-]{0,39}")) {
            throw Problem.invalid("/kind", "not a kind of notice: " + kind);
        }
        if (title.zh().length() > LONGEST || title.en().length() > LONGEST) {
            throw Problem.invalid("/title", "a notice is one line of at most " + LONGEST + " characters");
        }
    }
}
