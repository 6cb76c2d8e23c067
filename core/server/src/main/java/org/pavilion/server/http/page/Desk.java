package org.pavilion.server.http.page;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Language;
import org.pavilion.api.Request;
import org.pavilion.server.imports.ImportReport;
import org.pavilion.server.plugin.PluginState;
import org.pavilion.server.search.GlossaryGroup;
import org.pavilion.server.search.MissedQuery;
import org.pavilion.server.search.SearchStatus;

/** What the organiser's pages show. */
public final class Desk {
    private Desk() {}

    /** A path of the site in the language of the request. */
    static String localised(Request request, String path) {
        return request.language() == Language.EN ? "/en" + path : path;
    }

    /** What was just done, told once after the redirect: a message key and its argument. */
    public record Notice(String key, String argument) {}

    /**
     * The plugin desk.
     *
     * @param refusal why a jar was not installed, as the server says it
     */
    public record Plugins(List<PluginState> states, Optional<Notice> notice, Optional<String> refusal) {}

    public record Imports(List<String> kinds, Optional<ImportReport> report) {
        /** Lines of a report that a page lists; the rest is counted. */
        public static final int LISTED = 200;
    }

    public record Finder(
            SearchStatus status, List<GlossaryGroup> glossary, List<MissedQuery> missed, Optional<Notice> notice) {}

    /**
     * The sign-in page.
     *
     * @param token what the one-time link brought, to be sent by the button only
     */
    public record SetUp(String token, boolean signedIn) {}
}
