package org.pavilion.server.http.page;

import java.util.List;
import java.util.stream.Stream;
import org.pavilion.api.Permission;
import org.pavilion.api.Route;
import org.pavilion.server.http.CorePage;
import org.pavilion.server.http.HttpParts;
import org.pavilion.server.http.PageTools;
import org.pavilion.server.identity.Sanctions;
import org.pavilion.server.identity.Tokens;

/** The pages of the house itself. */
public final class HousePages {
    private HousePages() {}

    public static List<CorePage> of(HttpParts parts, PageTools tools) {
        var home = new HomePage(parts.directory(), parts.brand(), parts.plugins(), tools);
        var search = new SearchPages(parts.search(), parts.plugins(), tools);
        var directory = new DirectoryPages(parts.directory(), tools);
        var organiser = organiser(parts, tools);
        var approvals = new ApprovalsPage(parts.approvals(), parts.identity(), tools);
        var overview = new OverviewPage(parts, approvals, parts::figures, tools);
        var announcements = new AnnouncementsPage(parts.announcements(), tools);
        var rooms = new RoomsPage(parts.live(), tools);
        var editions = new EditionsPage(parts.directory(), tools);
        var people = new PeoplePage(parts.identity(), tools);
        var traits = new TraitsPage(parts.identity(), tools);
        var tokens = new TokensPage(parts.identity(), tools);
        var moderation = new ModerationPage(parts.identity(), parts.live(), tools);
        var words = new WordsPage(parts.live(), parts.identity(), tools);
        var organisations = new OrganisationsPage(parts.directory(), tools);
        var settings = new SettingsPage(parts, tools);
        var programme = new ProgrammeDesk(tools);
        var live = new LivePages(parts.live(), tools);
        var account = new AccountPages(parts, tools);
        var audit = audit(parts, tools);
        var backups = new BackupPages(parts.upkeep().backups(), tools);
        var health = new HealthPage(parts.upkeep().signs(), parts::healthMark, tools);
        var pages = List.of(
                page("/", home::show),
                page("/search", search::show),
                page("/organisations", directory::organisations),
                page("/organisation/{id}", directory::organisation),
                page("/person/{id}", directory::person),
                page("/facts", directory::facts),
                page("/facts/{id}", directory::fact),
                page("/live", live::index),
                page("/live/{room}", live::room),
                page("/sign-in", account::signIn),
                page("/sign-up", account::signUp),
                page("/forgot", account::forgot),
                page("/confirm", account::confirm),
                page("/reset", account::reset),
                page("/invited", account::invited),
                page("/terms", account::terms),
                page("/setup", organiser::setUp),
                new CorePage("/organiser/editions", EditionsPage.NEEDS, editions::list),
                new CorePage("/organiser/editions/{id}", EditionsPage.NEEDS, editions::one),
                new CorePage("/moderation", Sanctions.APPLY, new Route.Where.Somewhere(), moderation::board),
                new CorePage(WordsPage.PATH, WordsPage.NEEDS, new Route.Where.Somewhere(), words::show),
                new CorePage("/standing", Sanctions.APPEAL, moderation::own),
                new CorePage("/organiser/people", PeoplePage.NEEDS, people::list),
                new CorePage("/organiser/people/traits", new Permission("role:grant"), traits::show),
                new CorePage(TokensPage.PATH, Tokens.ISSUE, new Route.Where.Somewhere(), tokens::show),
                new CorePage("/organiser/people/{id}", PeoplePage.NEEDS, people::one),
                new CorePage("/organiser/organisations", OrganisationsPage.NEEDS, organisations::list),
                new CorePage("/organiser/organisations/{id}", OrganisationsPage.NEEDS, organisations::one),
                new CorePage("/organiser/settings", SettingsPage.NEEDS, settings::show),
                new CorePage("/organiser/rooms", RoomsPage.NEEDS, rooms::show),
                new CorePage(StreamPage.PATH, StreamPage.NEEDS, StreamPage.WHERE, stream(parts, tools)::show),
                new CorePage(
                        CaptionPage.PATH,
                        CaptionPage.NEEDS,
                        CaptionPage.WHERE,
                        new CaptionPage(parts.live().pictures(), tools)::show),
                new CorePage(ProgrammeDesk.PATH, ProgrammeDesk.NEEDS, ProgrammeDesk.WHERE, programme::all),
                new CorePage(
                        ProgrammeDesk.PATH + "/{session}", ProgrammeDesk.NEEDS, ProgrammeDesk.WHERE, programme::one),
                new CorePage(
                        ProgrammeDesk.PATH + "/{session}/ceremony",
                        ProgrammeDesk.NEEDS,
                        ProgrammeDesk.WHERE,
                        programme::ceremony),
                new CorePage("/organiser/approvals", ApprovalsPage.NEEDS, approvals::show),
                new CorePage("/organiser/announcements", AnnouncementsPage.NEEDS, announcements::list),
                new CorePage("/organiser/announcements/{id}", AnnouncementsPage.NEEDS, announcements::one),
                new CorePage("/organiser", OverviewPage.NEEDS, overview::show),
                new CorePage("/organiser/audit", AuditPages.NEEDS, audit::show),
                new CorePage("/organiser/backups", BackupPages.NEEDS, backups::show),
                new CorePage("/organiser/mail", MailPages.NEEDS, new MailPages(parts.notices(), tools)::show),
                new CorePage("/organiser/health", HealthPage.NEEDS, health::show),
                new CorePage("/organiser/plugins", new Permission("plugin:read"), organiser::plugins),
                new CorePage("/organiser/imports", new Permission("import:run"), organiser::imports),
                new CorePage("/organiser/search", new Permission("search:manage"), organiser::finder));
        return Stream.of(
                        pages,
                        new ScreenPages(parts.live(), tools).pages(),
                        new RoomDeskPages(parts.live(), tools).pages(),
                        new HallPages(parts.live(), tools).pages(),
                        new MePages(parts, tools).pages(),
                        new MyAccountPages(parts, tools).pages())
                .flatMap(List::stream)
                .toList();
    }

    /** JSON routes that open and end sessions; only the web side sets cookies. */
    public static List<Route> routes(HttpParts parts, PageTools tools) {
        return Stream.concat(
                        new AccountRoutes(parts.identity(), parts.personal(), tools.cookies()).all().stream(),
                        new ScreenPages(parts.live(), tools).routes().stream())
                .toList();
    }

    /** The pages that make an expo of an empty house: its set-up, its profile, its exhibitors from a spreadsheet. */
    public static List<CorePage> setUp(HttpParts parts, PageTools tools) {
        return Stream.of(
                        new SetupPages(parts, tools).pages(),
                        new SheetPages(parts, tools).pages(),
                        new RosterPages(parts, tools).pages(),
                        new MergePage(parts.identity(), tools).pages(),
                        List.of(
                                new CorePage(
                                        "/organiser/profile",
                                        ProfilePages.MANAGE,
                                        new ProfilePages(parts.brand(), tools)::show),
                                new CorePage(
                                        "/organiser/translations",
                                        TranslationsPage.NEEDS,
                                        new TranslationsPage(parts.directory(), tools)::show)))
                .flatMap(List::stream)
                .toList();
    }

    /** What the forms of these pages post to: paths of the site, not of the API. */
    public static List<Route> forms(HttpParts parts, PageTools tools) {
        return Stream.of(
                        organiser(parts, tools).forms(),
                        new SetupPages(parts, tools).forms(),
                        new SheetPages(parts, tools).forms(),
                        new RosterPages(parts, tools).forms(),
                        new MergePage(parts.identity(), tools).forms(),
                        new TranslationsPage(parts.directory(), tools).forms(),
                        new ProfilePages(parts.brand(), tools).forms(),
                        audit(parts, tools).forms(),
                        new BackupPages(parts.upkeep().backups(), tools).forms(),
                        new ApprovalsPage(parts.approvals(), parts.identity(), tools).forms(),
                        new AnnouncementsPage(parts.announcements(), tools).forms(),
                        new EditionsPage(parts.directory(), tools).forms(),
                        new PeoplePage(parts.identity(), tools).forms(),
                        new TraitsPage(parts.identity(), tools).forms(),
                        new TokensPage(parts.identity(), tools).forms(),
                        new ModerationPage(parts.identity(), parts.live(), tools).forms(),
                        new OrganisationsPage(parts.directory(), tools).forms(),
                        new SettingsPage(parts, tools).forms(),
                        new RoomsPage(parts.live(), tools).forms(),
                        new WordsPage(parts.live(), parts.identity(), tools).forms(),
                        stream(parts, tools).forms(),
                        new CaptionPage(parts.live().pictures(), tools).forms(),
                        new AccountPages(parts, tools).forms(),
                        new LivePages(parts.live(), tools).forms(),
                        new ScreenPages(parts.live(), tools).forms(),
                        new RoomDeskPages(parts.live(), tools).forms(),
                        new HallPages(parts.live(), tools).forms(),
                        new MailPages(parts.notices(), tools).forms(),
                        new MePages(parts, tools).forms(),
                        new MyAccountPages(parts, tools).forms())
                .flatMap(List::stream)
                .toList();
    }

    private static StreamPage stream(HttpParts parts, PageTools tools) {
        return new StreamPage(parts.live().pictures(), parts.identity(), tools);
    }

    private static AuditPages audit(HttpParts parts, PageTools tools) {
        return new AuditPages(parts.upkeep().audit(), tools);
    }

    private static OrganiserPages organiser(HttpParts parts, PageTools tools) {
        return new OrganiserPages(parts.plugins(), parts.imports(), parts.search(), tools);
    }

    private static CorePage page(String path, Route.Handler handler) {
        return new CorePage(path, Permission.PUBLIC, handler);
    }
}
