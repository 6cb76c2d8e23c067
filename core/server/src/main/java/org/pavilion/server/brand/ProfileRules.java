package org.pavilion.server.brand;

import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pavilion.api.Problem;
import org.pavilion.api.Text;

/** What a profile may say. Refusals point at the field of the form. */
final class ProfileRules {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_TAGLINE = 140;
    private static final int MOST_LINKS = 8;
    private static final Pattern MAIL = Pattern.compile("[^\\s@<>]{1,64}@[^\\s@<>]{1,190}");
    private static final Pattern SITE = Pattern.compile("/(?![/\\\\])\\S{0,300}");
    private static final Pattern HTTPS = Pattern.compile("https://[^\\s\"<>]{3,300}");

    private ProfileRules() {}

    static Profile check(Profile wish) {
        length("/name", wish.name(), LONGEST_NAME);
        wish.tagline().ifPresent(tagline -> length("/tagline", tagline, LONGEST_TAGLINE));
        if (!ZoneId.getAvailableZoneIds().contains(wish.zone())) {
            throw Problem.invalid("/zone", "not a time zone such as Asia/Shanghai");
        }
        var contact = wish.contact().strip();
        if (!contact.isEmpty() && !MAIL.matcher(contact).matches()) {
            throw Problem.invalid("/contact", "not an e-mail address");
        }
        if (wish.links().size() > MOST_LINKS) {
            throw Problem.invalid("/links", "at most " + MOST_LINKS + " links");
        }
        for (int i = 0; i < wish.links().size(); i++) {
            var link = wish.links().get(i);
            length("/links/" + i, link.label(), LONGEST_NAME);
            if (!SITE.matcher(link.href()).matches()
                    && !HTTPS.matcher(link.href()).matches()) {
                throw Problem.invalid("/links/" + i, "a link is a path of this site or starts with https://");
            }
        }
        return new Profile(
                wish.name(),
                wish.tagline(),
                wish.language(),
                wish.zone(),
                contact,
                wish.seed().map(ProfileRules::seed),
                wish.logo(),
                wish.links(),
                wish.version());
    }

    /** The same profile one version later. */
    static Profile next(Profile profile) {
        return new Profile(
                profile.name(),
                profile.tagline(),
                profile.language(),
                profile.zone(),
                profile.contact(),
                profile.seed(),
                profile.logo(),
                profile.links(),
                profile.version() + 1);
    }

    private static String seed(String text) {
        return Optional.of(text)
                .flatMap(Rgb::find)
                .map(Rgb::hex)
                .orElseThrow(() -> Problem.invalid("/seed", "not a colour such as #c2331d"));
    }

    private static void length(String pointer, Text text, int longest) {
        if (text.zh().length() > longest || text.en().length() > longest) {
            throw Problem.invalid(pointer, "at most " + longest + " characters");
        }
    }
}
