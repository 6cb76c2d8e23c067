package org.pavilion.server.personal;

import org.pavilion.api.Problem;

/** A visiting card: only what its owner wrote on it, handed over only when they do it. */
public record Card(String name, String position, String organisation, String email, String phone, String site) {
    /** With nothing on it. */
    public static final Card EMPTY = new Card("", "", "", "", "", "");

    private static final int LONGEST = 160;

    public Card {
        name = line("name", name);
        position = line("position", position);
        organisation = line("organisation", organisation);
        email = line("email", email);
        phone = line("phone", phone);
        site = line("site", site);
        if (!email.isEmpty() && !email.matches("[^@\\s]+@[^@\\s]+")) {
            throw Problem.invalid("/email", "this is no e-mail address");
        }
        if (!site.isEmpty() && !site.matches("https?://\\S+")) {
            throw Problem.invalid("/site", "an address begins with https://");
        }
    }

    private static String line(String field, String value) {
        var text = value.strip();
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw Problem.invalid("/" + field, "one line of at most " + LONGEST + " characters");
        }
        return text;
    }
}
