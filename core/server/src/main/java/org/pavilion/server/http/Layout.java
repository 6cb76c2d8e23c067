package org.pavilion.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Caller;
import org.pavilion.api.Edition;
import org.pavilion.api.Html;
import org.pavilion.api.Language;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.api.Text;
import org.pavilion.server.identity.Credentials;
import org.pavilion.server.identity.Identity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the frame around a page: head, bar, navigation, strip, boot data. */
final class Layout {
    private static final Logger log = LoggerFactory.getLogger(Layout.class);

    private static final Text HOME = new Text("首页", "Home");
    private static final Text OPERATOR = new Text("主办方", "Organiser");
    private static final Text LIVE = new Text("直播", "Live");

    /** Entries that stand before the live rooms: home and the first board. */
    private static final int BEFORE_LIVE = 2;

    private final HttpParts house;
    private final PageTools tools;
    private final Frame.Build build;
    private final Boot boot;
    private final Identity identity;
    private final DeskFrame desk;

    Layout(HttpParts house, PageTools tools, Frame.Build build, Boot boot) {
        this.house = house;
        this.tools = tools;
        this.build = build;
        this.boot = boot;
        this.identity = house.identity();
        this.desk = new DeskFrame(identity);
    }

    String page(HttpRequest request, Html content, boolean error) {
        return framed(request, request.exchange(), content, request.edition(), error);
    }

    /** The page of a failure; it must come out whatever else is broken. */
    String failure(Exchange x, Problem problem) {
        var failure = new Failure(problem.status(), problem.code(), problem.detail(), x.id(), x.path());
        try {
            var request = new HttpRequest(x, caller(x), x.language(), Map.of(), 0, house.json(), house.directory());
            var safe = new PartRequest(
                    request,
                    Map.of("edition", ""),
                    Optional.of(house.directory().current()));
            return framed(safe, x, tools.render(safe, "error", failure), safe.edition(), true);
        } catch (RuntimeException e) {
            log.warn("no error page, plain text instead [{}]", x.id(), e);
            return bare(x.language(), failure);
        }
    }

    private String framed(Request request, Exchange x, Html content, Edition edition, boolean error) {
        var language = x.language();
        var caller = audience(x);
        var chosen = request.query("edition");
        var bootPage = boot.page(build, language, x.path(), content.body(), caller);
        var frame = new Frame(
                language,
                content.title(),
                content.description(),
                x.path(),
                here(x, language),
                here(x, language.other()),
                navigation(x, caller, chosen),
                request.query("q").orElse(""),
                edition,
                house.directory().editions(),
                Face.of(house.brand().profile(), language),
                build,
                bootPage.preload(),
                bootPage.styles(),
                bootPage.json(),
                content,
                error ? Html.empty() : strip(request),
                house.announcements().showing(),
                desk.groups(x.path(), language, caller),
                member(caller(x), language),
                caller.kind() == Caller.Kind.OPERATOR,
                error);
        return tools.render(request, "layout", frame).body();
    }

    private Optional<Member> member(Caller caller, Language language) {
        return switch (caller.kind()) {
            case PERSON ->
                identity.accounts()
                        .find(caller.ref())
                        .map(account -> new Member(
                                account.name(), Optional.of(account.ref().id()), desk.any(caller)));
            case OPERATOR -> Optional.of(new Member(OPERATOR.in(language), Optional.empty(), true));
            case GUEST, IN_ROOM, DISPLAY, MACHINE, PLUGIN -> Optional.empty();
        };
    }

    /** Public pages are the same for everybody but for their menu; only private ones know more of who is signed in. */
    private Caller audience(Exchange x) {
        return x.personalPage() ? caller(x) : identity.caller(Credentials.none(x.address()));
    }

    private Caller caller(Exchange x) {
        return x.caller().orElseGet(() -> identity.caller(Credentials.none(x.address())));
    }

    private List<Frame.NavItem> navigation(Exchange x, Caller caller, Optional<String> edition) {
        var language = x.language();
        var items = new ArrayList<Frame.NavItem>();
        items.add(new Frame.NavItem(
                SitePaths.of("/", language, edition),
                HOME.in(language),
                "home",
                x.path().equals("/")));
        for (var each : boot.navigation(caller)) {
            var href = each.href().orElseThrow();
            items.add(new Frame.NavItem(
                    SitePaths.of(href, language, edition),
                    each.label().orElseThrow().in(language),
                    each.icon().orElse(""),
                    x.path().equals(href) || x.path().startsWith(href + "/")));
        }
        items.add(
                Math.min(BEFORE_LIVE, items.size()),
                new Frame.NavItem(
                        SitePaths.of("/live", language, edition),
                        LIVE.in(language),
                        "live",
                        x.path().equals("/live") || x.path().startsWith("/live/")));
        return items;
    }

    private Html strip(Request request) {
        var html = new StringBuilder();
        tools.parts("frame.strip", request, Map.of())
                .forEach(part -> html.append(part.html().body()));
        return new Html("", "", html.toString());
    }

    private static String here(Exchange x, Language language) {
        var query = x.servlet().getQueryString();
        return SitePaths.of(x.path(), language, Optional.empty()) + (query == null ? "" : "?" + query);
    }

    private static String bare(Language language, Failure failure) {
        boolean zh = language == Language.ZH;
        return "<!doctype html><html lang=\"" + language.tag() + "\"><meta charset=\"utf-8\"><title>" + failure.status()
                + "</title><main><h1>" + failure.status() + "</h1><p>"
                + (zh ? "服务器暂时无法显示此页面。" : "The server cannot show this page right now.")
                + "</p><p><small>" + failure.id() + "</small></p></main></html>";
    }
}
