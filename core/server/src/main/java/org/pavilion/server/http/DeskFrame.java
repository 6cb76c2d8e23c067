package org.pavilion.server.http;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pavilion.api.Caller;
import org.pavilion.api.Language;
import org.pavilion.api.Scope;
import org.pavilion.server.http.page.DeskEntries;
import org.pavilion.server.http.page.DeskEntry;
import org.pavilion.server.identity.Identity;

/** The side navigation of the organiser's area, as far as the caller may go. */
public record DeskFrame(Identity identity) {
    private static final String ROOT = "/organiser";

    /** One group of pages with the message that names it. */
    public record Group(String key, List<Link> links) {}

    public record Link(String href, String key, String icon, boolean current) {}

    List<Group> groups(String path, Language language, Caller caller) {
        if (!path.equals(ROOT) && !path.startsWith(ROOT + "/")) {
            return List.of();
        }
        return Stream.of(DeskEntry.Job.values())
                .map(job -> new Group(
                        "desk.job." + job,
                        DeskEntries.ALL.stream()
                                .filter(each -> each.job() == job && identity.can(caller, each.needs(), Scope.EXPO))
                                .map(each -> new Link(
                                        SitePaths.of(each.path(), language, Optional.empty()),
                                        each.key(),
                                        each.icon(),
                                        current(each, path)))
                                .toList()))
                .filter(group -> !group.links().isEmpty())
                .toList();
    }

    /** Whether the area has a page for them. */
    boolean any(Caller caller) {
        return DeskEntries.ALL.stream().anyMatch(each -> identity.can(caller, each.needs(), Scope.EXPO));
    }

    private static boolean current(DeskEntry each, String path) {
        return each.path().equals(path) || (!each.path().equals(ROOT) && path.startsWith(each.path() + "/"));
    }
}
