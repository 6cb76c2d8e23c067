package org.pavilion.server.http;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Language;
import org.pavilion.server.brand.Logo;
import org.pavilion.server.brand.Profile;
import org.pavilion.server.brand.Theme;

/**
 * The expo's name, logo and colours as a page of one language shows them.
 *
 * @param title of the home page
 * @param own whether the expo has said who it is; else the house speaks of itself
 * @param logo for the bar; the house's roof where absent
 * @param wordless whether the logo is so wide that it says the name itself
 * @param theme address of the style sheet with the expo's colours
 * @param seed colour of the drawn icon, percent-encoded for a data URL
 */
public record Face(
        String name,
        String tagline,
        String title,
        boolean own,
        Optional<Logo.Image> logo,
        Optional<Logo.Image> icon,
        boolean wordless,
        Optional<String> theme,
        String seed,
        String contact,
        List<Link> links) {
    private static final String CINNABAR = "%23c2331d";
    private static final int WIDE = 3;

    /** One link of the foot. */
    public record Link(String href, String label) {}

    static Face of(Profile profile, Language language) {
        var name = profile.name().in(language);
        var tagline = profile.tagline().map(text -> text.in(language)).orElse("");
        var theme = profile.theme();
        var logo = profile.logo().map(Logo::header);
        return new Face(
                name,
                tagline,
                tagline.isEmpty() ? name : name + " · " + tagline,
                !profile.unnamed(),
                logo,
                profile.logo().map(Logo::icon),
                logo.filter(image -> image.width() >= WIDE * image.height()).isPresent(),
                theme.map(Theme::path),
                theme.map(each -> each.light().brand().replace("#", "%23")).orElse(CINNABAR),
                profile.contact(),
                profile.links().stream()
                        .map(link -> new Link(
                                link.href().startsWith("/")
                                        ? SitePaths.of(link.href(), language, Optional.empty())
                                        : link.href(),
                                link.label().in(language)))
                        .toList());
    }
}
