package org.pavilion.server.http.page;

import static org.pavilion.server.http.page.DeskEntry.Job.CONTENT;
import static org.pavilion.server.http.page.DeskEntry.Job.HOUSE;
import static org.pavilion.server.http.page.DeskEntry.Job.PEOPLE;
import static org.pavilion.server.http.page.DeskEntry.Job.RUN;

import java.util.List;
import org.pavilion.api.Permission;

/** The pages of the organiser's area, grouped by job; each page adds its line to the group it serves. */
public final class DeskEntries {
    public static final List<DeskEntry> ALL = List.of(
            // Run
            entry(RUN, "/organiser", "organiser.overview", "statistics:read", "insight"),
            entry(RUN, "/organiser/approvals", "organiser.approvals", "approval:decide", "check"),
            entry(RUN, "/organiser/announcements", "organiser.announcements", "announcement:publish", "info"),
            entry(RUN, "/organiser/rooms", "organiser.rooms", "live:room.configure", "live"),
            // Content
            entry(CONTENT, "/organiser/editions", "organiser.editions", "edition:manage", "edition"),
            entry(CONTENT, "/organiser/agenda", "organiser.agenda", "agenda:edit", "agenda"),
            entry(CONTENT, "/organiser/profile", "organiser.profile", "expo:manage", "home"),
            entry(CONTENT, "/organiser/translations", "organiser.translations", "directory:edit", "language"),
            entry(CONTENT, "/organiser/imports/sheet", "organiser.sheet", "import:run", "organisation"),
            entry(CONTENT, "/organiser/organisations", "organiser.organisations", "directory:edit", "organisation"),
            entry(CONTENT, "/organiser/imports", "organiser.imports", "import:run", "upload"),
            entry(CONTENT, "/organiser/search", "organiser.search", "search:manage", "search"),
            // People
            entry(PEOPLE, "/organiser/people", "organiser.people", "account:manage", "person"),
            entry(PEOPLE, "/moderation", "organiser.moderation", "sanction:apply", "warning"),
            entry(PEOPLE, "/moderation/rules", "organiser.words", "live:chat.moderate", "filter"),
            entry(PEOPLE, "/organiser/mail", "organiser.mail", "mail:manage", "forum"),
            entry(PEOPLE, "/organiser/tokens", "organiser.tokens", "token:issue", "link"),
            // House
            entry(HOUSE, "/setup/name", "organiser.setup", "expo:manage", "check"),
            entry(HOUSE, "/organiser/settings", "organiser.settings", "plugin:configure", "settings"),
            entry(HOUSE, "/organiser/health", "organiser.health", "health:read", "check"),
            entry(HOUSE, "/organiser/backups", "organiser.backups", "backup:run", "stop"),
            entry(HOUSE, "/organiser/audit", "organiser.audit", "audit:read", "fact"),
            entry(HOUSE, "/organiser/plugins", "organiser.plugins", "plugin:read", "item"));

    private DeskEntries() {}

    private static DeskEntry entry(DeskEntry.Job job, String path, String key, String needs, String icon) {
        return new DeskEntry(job, path, key, new Permission(needs), icon);
    }
}
