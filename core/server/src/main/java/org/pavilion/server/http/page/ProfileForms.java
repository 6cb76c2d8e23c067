package org.pavilion.server.http.page;

import java.io.IOException;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pavilion.api.Language;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.api.Text;
import org.pavilion.server.brand.Brand;
import org.pavilion.server.brand.Profile;

/** The forms about the expo's profile: what stands in them, and what they change. Set-up and desk share them. */
final class ProfileForms {
    /** What the colour field shows while the expo keeps the colours of the house. */
    private static final String CINNABAR = "#c2331d";

    private final Brand brand;

    ProfileForms(Brand brand) {
        this.brand = brand;
    }

    record Name(
            Optional<String> nameZh,
            Optional<String> nameEn,
            Optional<String> taglineZh,
            Optional<String> taglineEn,
            Optional<String> contact) {}

    record Place(Optional<String> language, Optional<String> zone) {}

    record Colour(Optional<String> seed, Optional<String> house) {}

    record Links(Optional<String> links) {}

    /** What stands in all of the forms. */
    Map<String, String> values() {
        var profile = brand.profile();
        var values = Entered.values(
                "contact", profile.contact(),
                "language", profile.language().tag(),
                "zone", profile.zone(),
                "seed", profile.seed().orElse(CINNABAR),
                "links",
                        profile.links().stream()
                                .map(link ->
                                        link.label().zh() + " | " + link.label().en() + " | " + link.href())
                                .collect(Collectors.joining("\n")));
        if (!profile.unnamed()) {
            values.put("nameZh", profile.name().zh());
            values.put("nameEn", profile.name().en());
            values.put("taglineZh", profile.tagline().map(Text::zh).orElse(""));
            values.put("taglineEn", profile.tagline().map(Text::en).orElse(""));
        }
        return values;
    }

    static Map<String, String> typed(Name form) {
        return Entered.values(
                "nameZh", form.nameZh().orElse(""),
                "nameEn", form.nameEn().orElse(""),
                "taglineZh", form.taglineZh().orElse(""),
                "taglineEn", form.taglineEn().orElse(""),
                "contact", form.contact().orElse(""));
    }

    void name(Name form) {
        var name = text(form.nameZh(), form.nameEn())
                .orElseThrow(() -> Problem.invalid("/name", "the expo needs a name in one language at least"));
        var profile = brand.profile();
        brand.change(new Profile(
                name,
                text(form.taglineZh(), form.taglineEn()),
                profile.language(),
                profile.zone(),
                form.contact().orElse(""),
                profile.seed(),
                profile.logo(),
                profile.links(),
                profile.version()));
    }

    void place(Place form) {
        var profile = brand.profile();
        brand.change(new Profile(
                profile.name(),
                profile.tagline(),
                form.language().filter("en"::equals).isPresent() ? Language.EN : Language.ZH,
                form.zone().orElse("").strip(),
                profile.contact(),
                profile.seed(),
                profile.logo(),
                profile.links(),
                profile.version()));
    }

    void colour(Colour form) {
        var seed = form.house().isPresent()
                ? Optional.<String>empty()
                : form.seed().filter(each -> !each.equals(CINNABAR));
        var profile = brand.profile();
        brand.change(new Profile(
                profile.name(),
                profile.tagline(),
                profile.language(),
                profile.zone(),
                profile.contact(),
                seed,
                profile.logo(),
                profile.links(),
                profile.version()));
    }

    /** The logo of an upload; a form without a file changes nothing, one with {@code remove} takes the logo away. */
    void logo(Request request) throws IOException {
        if (request.query("remove").isPresent()) {
            logo(Optional.empty());
            return;
        }
        try (var bytes = new PushbackInputStream(request.stream(), 1)) {
            int first = bytes.read();
            if (first >= 0) {
                bytes.unread(first);
                logo(Optional.of(brand.logo(bytes)));
            }
        }
    }

    private void logo(Optional<org.pavilion.server.brand.Logo> logo) {
        var profile = brand.profile();
        brand.change(new Profile(
                profile.name(),
                profile.tagline(),
                profile.language(),
                profile.zone(),
                profile.contact(),
                profile.seed(),
                logo,
                profile.links(),
                profile.version()));
    }

    void links(Links form) {
        var links = new ArrayList<Profile.FootLink>();
        for (var line : form.links().orElse("").split("\n", -1)) {
            if (line.isBlank()) {
                continue;
            }
            var parts = line.split("[|｜]", -1);
            if (parts.length != 3) {
                throw Problem.invalid("/links", "three parts a line, with | between them");
            }
            var label = text(Optional.of(parts[0]), Optional.of(parts[1]))
                    .orElseThrow(() -> Problem.invalid("/links", "a link needs words"));
            links.add(new Profile.FootLink(label, parts[2].strip()));
        }
        var profile = brand.profile();
        brand.change(new Profile(
                profile.name(),
                profile.tagline(),
                profile.language(),
                profile.zone(),
                profile.contact(),
                profile.seed(),
                profile.logo(),
                links,
                profile.version()));
    }

    private static Optional<Text> text(Optional<String> zh, Optional<String> en) {
        var chinese = zh.orElse("").strip();
        var english = en.orElse("").strip();
        return chinese.isEmpty() && english.isEmpty() ? Optional.empty() : Optional.of(new Text(chinese, english));
    }
}
