package org.pavilion.server.personal;

import java.util.List;
import org.pavilion.api.Problem;

/**
 * What a person says about themselves.
 *
 * @param affiliation where they work, or empty
 * @param about one or two sentences, or empty
 * @param languages what they speak, as language tags
 * @param zone the zone their times are shown in, or empty for the venue's
 * @param shown whether others see it
 */
public record Profile(String affiliation, String about, List<String> languages, String zone, boolean shown) {
    /** Of somebody who has written nothing yet. */
    public static final Profile EMPTY = new Profile("", "", List.of(), "", false);

    private static final int LINE = 120;
    private static final int SENTENCES = 500;

    public Profile {
        affiliation = affiliation.strip();
        about = about.strip();
        languages = List.copyOf(languages);
        if (affiliation.length() > LINE) {
            throw Problem.invalid("/affiliation", "at most " + LINE + " characters");
        }
        if (about.length() > SENTENCES) {
            throw Problem.invalid("/about", "at most " + SENTENCES + " characters");
        }
        if (languages.size() > 10 || languages.stream().anyMatch(tag -> !tag.matches("[a-z]{2,3}"))) {
            throw Problem.invalid("/languages", "at most ten language tags such as zh or en");
        }
        if (!zone.isEmpty() && !java.time.ZoneId.getAvailableZoneIds().contains(zone)) {
            throw Problem.invalid("/zone", "no time zone of that name");
        }
    }
}
