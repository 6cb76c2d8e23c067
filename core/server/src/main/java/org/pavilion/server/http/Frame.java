package org.pavilion.server.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Edition;
import org.pavilion.api.Html;
import org.pavilion.api.Language;
import org.pavilion.server.announce.Announcement;

/**
 * Everything {@code layout.jte} puts around a page: the head, the bar, the strip and the foot.
 *
 * @param lang language of the page
 * @param title of the page, without the name of the house; empty on the home page
 * @param description one sentence for search engines and shared links
 * @param path site path without language prefix, with a leading slash and without query
 * @param here this page's own address with language prefix and query
 * @param alternate the same page in the other language
 * @param nav entries of the main navigation in order of display
 * @param query what stands in the search box
 * @param edition the edition the visitor looks at
 * @param editions all editions, for the switch
 * @param face name, logo and colours of the expo
 * @param build addresses of the front-end files
 * @param preload module addresses of this page's islands
 * @param styles addresses of the style sheets that plugins add to this page
 * @param boot JSON of {@code #pv-boot}, safe inside a script element
 * @param content inside of {@code <main>}
 * @param strip the now-and-next line; an empty body when there is nothing to say
 * @param news what is announced to everybody now
 * @param desk side navigation of the organiser's area; empty elsewhere
 * @param member who is signed in; empty for guests, whose public pages are the same bytes for all
 * @param operator whether the operator is signed in; only ever true on private pages
 * @param error whether this is an error page
 */
public record Frame(
        Language lang,
        String title,
        String description,
        String path,
        String here,
        String alternate,
        List<NavItem> nav,
        String query,
        Edition edition,
        List<Edition> editions,
        Face face,
        Build build,
        List<String> preload,
        List<String> styles,
        String boot,
        Html content,
        Html strip,
        List<Announcement> news,
        List<DeskFrame.Group> desk,
        Optional<Member> member,
        boolean operator,
        boolean error) {

    /** Whether the page fills a screen of the venue, with nothing around it. */
    public boolean bare() {
        return path.startsWith("/kiosk/") || path.matches("/live/[^/]+/(projector|lower-third)");
    }

    /** One entry of the main navigation. {@code icon} is one of the house's icon names or empty. */
    public record NavItem(String href, String label, String icon, boolean current) {}

    /**
     * The front-end build served by this process, from {@code web/manifest.json} on the class path.
     *
     * @param desk second style sheet, of the private areas alone
     * @param islands modules of the house's own islands by the island's name
     */
    public record Build(
            String id,
            String style,
            String desk,
            String shell,
            String importMap,
            String themeScript,
            Map<String, String> islands,
            boolean missing) {}

    /** Names what is announced, so that the page knows whether it shows the newest. */
    public String newsKey() {
        return News.key(news);
    }

    /** Whether this is a page of a private area. */
    public boolean privately() {
        return PrivateArea.holds(path);
    }
}
