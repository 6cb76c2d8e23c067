package org.pavilion.server.brand;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Language;
import org.pavilion.api.Text;

/**
 * Who the expo is, for its frame, its mails and its icons.
 *
 * @param tagline what it is about in a few words
 * @param language of readers of whom nothing else is known
 * @param zone where it takes place, e.g. {@code Asia/Shanghai}; new editions start with it
 * @param contact e-mail address that visitors may write to; empty when there is none
 * @param seed colour {@code #rrggbb} that the theme is made of; the house's cinnabar when absent
 * @param links of the foot, in order
 * @param version counts the changes; 0 before the first
 */
public record Profile(
        Text name,
        Optional<Text> tagline,
        Language language,
        String zone,
        String contact,
        Optional<String> seed,
        Optional<Logo> logo,
        List<FootLink> links,
        long version) {
    /** The house as it comes. */
    public static final Profile HOUSE = new Profile(
            new Text("云展", "Pavilion"),
            Optional.of(new Text("开源线上展会平台", "the open-source virtual expo")),
            Language.ZH,
            "Asia/Shanghai",
            "",
            Optional.empty(),
            Optional.empty(),
            List.of(),
            0);

    /** One link of the foot: a path of this site, or an https address. */
    public record FootLink(Text label, String href) {}

    /** The colours of the expo; empty where it keeps those of the house. */
    public Optional<Theme> theme() {
        return seed.flatMap(Theme::of);
    }

    /** Whether nobody has said yet what the expo is called. */
    public boolean unnamed() {
        return version == 0;
    }
}
