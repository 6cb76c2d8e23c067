package org.pavilion.server.http.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pavilion.api.Calendar;
import org.pavilion.api.ICalendar;
import org.pavilion.api.Language;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.api.Text;
import org.pavilion.server.http.CorePage;
import org.pavilion.server.http.HttpParts;
import org.pavilion.server.http.PageTools;
import org.pavilion.server.notify.Wish;
import org.pavilion.server.personal.Card;
import org.pavilion.server.personal.Personal;
import org.pavilion.server.personal.Profile;
import org.pavilion.server.settings.Limit;

/** One's own area: plain forms, each of which only ever touches the caller's own account. */
final class MePages {
    private static final Permission EDIT = new Permission("profile:edit");
    private static final int PAGE = 30;
    private static final int NEXT = 3;
    private static final Set<String> TOLD = Set.of(
            "saved",
            "starred",
            "unstarred",
            "noted",
            "read",
            "feed",
            "feed-off",
            "withdrawn",
            "signed-out",
            "wishes",
            "password");

    private final HttpParts parts;
    private final Personal personal;
    private final PageTools tools;

    MePages(HttpParts parts, PageTools tools) {
        this.parts = parts;
        this.personal = parts.personal();
        this.tools = tools;
    }

    record StarForm(String ref) {}

    record NoteForm(Optional<String> note) {}

    record WishForm(boolean digest, List<String> kinds) {}

    record ProfileForm(
            Optional<String> name,
            Optional<String> language,
            Optional<String> affiliation,
            Optional<String> about,
            Optional<String> languages,
            Optional<String> zone,
            boolean shown) {}

    record CardForm(
            Optional<String> name,
            Optional<String> position,
            Optional<String> organisation,
            Optional<String> email,
            Optional<String> phone,
            Optional<String> site) {}

    record LeaveForm(Optional<String> email) {}

    record PasswordForm(Optional<String> current, Optional<String> password) {}

    List<CorePage> pages() {
        return List.of(
                page("/me", this::overview),
                page("/me/profile", request -> profile(request, 200, Typed.of(profileOf(request)))),
                page("/me/agenda", this::agenda),
                page("/me/favourites", this::favourites),
                page("/me/cards", request -> card(request, 200, Typed.of(cardOf(request)))),
                page("/me/inbox", this::inbox),
                page("/me/consents", this::consents),
                page("/me/account", request -> account(request, 200, Typed.NOTHING)),
                page("/me/export", this::export),
                new CorePage("/me/calendar/{file}", Permission.PUBLIC, this::calendar),
                new CorePage(
                        "/unsubscribe/{secret}",
                        Permission.PUBLIC,
                        request -> unsubscribe(request, request.query("done").isPresent())));
    }

    List<Route> forms() {
        return List.of(
                form("/me/profile").takes(ProfileForm.class).handle(this::saveProfile),
                form("/me/cards").takes(CardForm.class).handle(this::saveCard),
                form("/me/favourites").takes(StarForm.class).handle(request -> {
                    personal.star(
                            me(request),
                            List.of(Ref.of(request.body(StarForm.class).ref())));
                    return done(request, "/me/favourites", "starred");
                }),
                form("/me/favourites/{ref}/remove").handle(request -> {
                    personal.unstar(me(request), Ref.of(request.path("ref")));
                    return done(request, "/me/favourites", "unstarred");
                }),
                form("/me/favourites/{ref}/note").takes(NoteForm.class).handle(request -> {
                    personal.note(
                            me(request),
                            Ref.of(request.path("ref")),
                            request.body(NoteForm.class).note().orElse(""));
                    return done(request, "/me/favourites", "noted");
                }),
                form("/me/agenda/feed").handle(request -> {
                    personal.renewFeed(me(request));
                    return done(request, "/me/agenda", "feed");
                }),
                form("/me/agenda/feed/revoke").handle(request -> {
                    personal.revokeFeed(me(request));
                    return done(request, "/me/agenda", "feed-off");
                }),
                form("/me/inbox/read-all").handle(request -> {
                    parts.notices().readAll(me(request));
                    return done(request, "/me/inbox", "read");
                }),
                form("/me/inbox/{id}/open").handle(this::openItem),
                form("/me/inbox/wishes").takes(WishForm.class).handle(request -> {
                    var wish = request.body(WishForm.class);
                    parts.notices().wish(me(request), new Wish(wish.digest(), Set.copyOf(wish.kinds())));
                    return done(request, "/me/inbox", "wishes");
                }),
                form("/me/consents/{id}/withdraw").handle(request -> {
                    personal.withdraw(me(request), request.path("id"));
                    return done(request, "/me/consents", "withdrawn");
                }),
                form("/me/account/sessions/{id}/end").handle(request -> {
                    parts.identity().accounts().signOut(me(request), request.path("id"));
                    return done(request, "/me/account", "signed-out");
                }),
                form("/me/account/sessions/end-others").handle(request -> {
                    parts.identity().accounts().signOutElsewhere(me(request), cookie(request));
                    return done(request, "/me/account", "signed-out");
                }),
                form("/me/account/password").takes(PasswordForm.class).handle(this::password),
                form("/me/account/leave").takes(LeaveForm.class).handle(this::leave),
                Route.post("/unsubscribe/{secret}")
                        .needs(Permission.PUBLIC)
                        .answers(303, Void.class)
                        .handle(request -> {
                            parts.notices().unsubscribe(request.path("secret"));
                            return redirect(request, "/unsubscribe/" + request.path("secret") + "?done=yes");
                        }));
    }

    private static CorePage page(String path, Route.Handler handler) {
        return new CorePage(path, EDIT, handler);
    }

    private static Route.Draft form(String path) {
        return Route.post(path).needs(EDIT).answers(303, Void.class);
    }

    private Response overview(Request request) {
        var me = me(request);
        var now = Instant.now();
        var next = slots(me).stream()
                .filter(slot -> slot.entry().end().isAfter(now))
                .limit(NEXT)
                .toList();
        var account = parts.identity().accounts().find(me).orElseThrow(() -> Problem.notFound("this account"));
        var model = new Me.Overview(
                account, parts.notices().unread(me), personal.favourites(me).size(), next);
        return Response.page(tools.render(request, "me", model));
    }

    private Response agenda(Request request) {
        var me = me(request);
        var feed = personal.feed(me).map(secret -> "/me/calendar/" + secret + ".ics");
        return Response.page(tools.render(request, "me-agenda", new Me.Agenda(slots(me), feed, notice(request))));
    }

    private List<Me.Slot> slots(Ref me) {
        var all = personal.agenda(me);
        return all.stream()
                .map(entry -> new Me.Slot(
                        entry,
                        all.stream()
                                .filter(entry::clashes)
                                .map(Calendar.Entry::title)
                                .toList()))
                .toList();
    }

    private Response favourites(Request request) {
        var kept = personal.favourites(me(request));
        var refs = kept.stream().map(each -> each.ref()).toList();
        var known = parts.search().documents(refs);
        var stars = kept.stream()
                .map(each -> {
                    var document = Optional.ofNullable(known.get(each.ref()));
                    return new Me.Star(
                            each.ref(),
                            document.map(found -> found.title())
                                    .orElseGet(() -> Text.same(each.ref().toString())),
                            document.map(found -> found.link().toString())
                                    .orElseGet(() -> parts.paths().apply(each.ref())),
                            each.note(),
                            each.at());
                })
                .toList();
        return Response.page(tools.render(request, "me-favourites", new Me.Favourites(stars, notice(request))));
    }

    private Response inbox(Request request) {
        var me = me(request);
        var found = parts.notices().inbox(me, request.query("before").orElse(""), PAGE + 1);
        var items = found.subList(0, Math.min(PAGE, found.size()));
        var more = found.size() > PAGE
                ? Optional.of("/me/inbox?before=" + items.getLast().id())
                : Optional.<String>empty();
        var model = new Me.Inbox(
                items,
                parts.notices().unread(me),
                more,
                parts.notices().wish(me),
                parts.notices().mails(),
                notice(request));
        return Response.page(tools.render(request, "me-inbox", model));
    }

    /** Opening an item reads it. */
    private Response openItem(Request request) {
        var me = me(request);
        var id = request.path("id");
        var item = parts.notices().inbox(me, "", Integer.MAX_VALUE).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("this item"));
        parts.notices().read(me, id);
        return redirect(request, parts.paths().apply(item.about()));
    }

    private Map<String, String> profileOf(Request request) {
        var me = me(request);
        var account = parts.identity().accounts().find(me).orElseThrow(() -> Problem.notFound("this account"));
        var profile = personal.profile(me);
        return Map.of(
                "name", account.name(),
                "language", account.language().tag(),
                "affiliation", profile.affiliation(),
                "about", profile.about(),
                "languages", String.join(", ", profile.languages()),
                "zone", profile.zone(),
                "shown", String.valueOf(profile.shown()));
    }

    private Response profile(Request request, int status, Typed typed) {
        return new Response.Page(
                status,
                tools.render(
                        request, "me-profile", new Me.Form(typed, status == 200 ? notice(request) : Optional.empty())));
    }

    private Response saveProfile(Request request) {
        var typed = request.body(ProfileForm.class);
        var me = me(request);
        try {
            personal.keep(
                    me,
                    new Profile(
                            typed.affiliation().orElse(""),
                            typed.about().orElse(""),
                            Arrays.stream(typed.languages().orElse("").split("[,，、;\\s]+"))
                                    .filter(tag -> !tag.isEmpty())
                                    .map(tag -> tag.toLowerCase(java.util.Locale.ROOT))
                                    .toList(),
                            typed.zone().orElse(""),
                            typed.shown()));
            parts.identity()
                    .accounts()
                    .describe(
                            me,
                            typed.name().orElse(""),
                            typed.language().filter("en"::equals).isPresent() ? Language.EN : Language.ZH);
            return done(request, "/me/profile", "saved");
        } catch (Problem refused) {
            var values = Map.of(
                    "name", typed.name().orElse(""),
                    "language", typed.language().orElse("zh"),
                    "affiliation", typed.affiliation().orElse(""),
                    "about", typed.about().orElse(""),
                    "languages", typed.languages().orElse(""),
                    "zone", typed.zone().orElse(""),
                    "shown", String.valueOf(typed.shown()));
            return profile(request, refused.status(), Typed.of(values).refused(refused));
        }
    }

    private Map<String, String> cardOf(Request request) {
        var card = personal.card(me(request));
        return Map.of(
                "name", card.name(),
                "position", card.position(),
                "organisation", card.organisation(),
                "email", card.email(),
                "phone", card.phone(),
                "site", card.site());
    }

    private Response card(Request request, int status, Typed typed) {
        return new Response.Page(
                status,
                tools.render(
                        request, "me-cards", new Me.Form(typed, status == 200 ? notice(request) : Optional.empty())));
    }

    private Response saveCard(Request request) {
        var typed = request.body(CardForm.class);
        var values = Map.of(
                "name", typed.name().orElse(""),
                "position", typed.position().orElse(""),
                "organisation", typed.organisation().orElse(""),
                "email", typed.email().orElse(""),
                "phone", typed.phone().orElse(""),
                "site", typed.site().orElse(""));
        try {
            personal.keep(
                    me(request),
                    new Card(
                            typed.name().orElse(""),
                            typed.position().orElse(""),
                            typed.organisation().orElse(""),
                            typed.email().orElse(""),
                            typed.phone().orElse(""),
                            typed.site().orElse("")));
            return done(request, "/me/cards", "saved");
        } catch (Problem refused) {
            return card(request, refused.status(), Typed.of(values).refused(refused));
        }
    }

    private Response consents(Request request) {
        var model = new Me.Consents(personal.consents(me(request)), Instant.now(), notice(request));
        return Response.page(tools.render(request, "me-consents", model));
    }

    private Response account(Request request, int status, Typed typed) {
        var me = me(request);
        var accounts = parts.identity().accounts();
        var model = new Me.Settings(
                accounts.find(me).orElseThrow(() -> Problem.notFound("this account")),
                accounts.sessions(me, cookie(request)),
                typed,
                notice(request));
        return new Response.Page(status, tools.render(request, "me-account", model));
    }

    private Response export(Request request) {
        var me = me(request);
        parts.identity().rates().take(Limit.EXPORT, request.caller(), "");
        var bytes = personal.archive(me);
        return Response.stream("application/zip", "pavilion.zip", out -> out.write(bytes));
    }

    /** A new password ends every other session and opens this one anew. */
    private Response password(Request request) {
        var form = request.body(PasswordForm.class);
        try {
            var session = parts.identity()
                    .entrance()
                    .changePassword(
                            me(request),
                            form.current().orElse(""),
                            form.password().orElse(""),
                            tools.cookies().visit(request));
            tools.cookies().opened(request, session);
            return done(request, "/me/account", "password");
        } catch (Problem refused) {
            var words = refused.code().equals("access.credentials")
                    ? Optional.of(request.language() == Language.EN ? "This is not your password" : "密码不对")
                    : AccountWords.of(refused, request.language());
            var pointer = refused.pointer();
            var told = new Problem(refused.code(), refused.status(), words.orElseThrow(() -> refused))
                    .at(pointer == null || pointer.isEmpty() ? "/password" : pointer);
            return account(request, told.status(), Typed.NOTHING.refused(told));
        }
    }

    /** Leaving asks for the address once more; there is no way back. */
    private Response leave(Request request) {
        var me = me(request);
        var account = parts.identity().accounts().find(me).orElseThrow(() -> Problem.notFound("this account"));
        var typed = request.body(LeaveForm.class).email().orElse("").strip();
        if (!typed.equalsIgnoreCase(account.email())) {
            var wrong = Problem.invalid(
                    "/email",
                    request.language() == Language.EN ? "Type your e-mail address to confirm" : "请输入您的邮箱地址以确认");
            return account(
                    request, wrong.status(), Typed.of(Map.of("email", typed)).refused(wrong));
        }
        personal.leave(me);
        return redirect(request, "/");
    }

    private Response calendar(Request request) {
        var file = request.path("file");
        var me = file.endsWith(".ics") ? personal.reader(file.substring(0, file.length() - 4)) : Optional.<Ref>empty();
        var events = personal.agenda(me.orElseThrow(() -> Problem.notFound("this calendar"))).stream()
                .map(entry -> new ICalendar.Event(
                        entry.ref().type() + "-" + entry.ref().id() + "@pavilion",
                        entry.version(),
                        entry.changed(),
                        new ICalendar.When.Hours(entry.start(), entry.end()),
                        entry.title().in(request.language()),
                        "",
                        entry.place().isEmpty() ? Optional.empty() : Optional.of(entry.place()),
                        List.of()))
                .toList();
        var name = request.language() == Language.EN ? "My agenda" : "我的日程";
        var text = new ICalendar(name, ZoneId.of(request.edition().zone()), events).text();
        return Response.stream(
                "text/calendar; charset=utf-8", "agenda.ics", out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Response unsubscribe(Request request, boolean done) {
        return Response.page(tools.render(request, "unsubscribe", new Me.Unsubscribe(request.path("secret"), done)));
    }

    private Optional<String> cookie(Request request) {
        var name = parts.identity().sessionCookie() + "=";
        return request.header("Cookie")
                .flatMap(all -> Arrays.stream(all.split(";"))
                        .map(String::strip)
                        .filter(each -> each.startsWith(name))
                        .map(each -> each.substring(name.length()))
                        .findFirst());
    }

    private static Optional<Desk.Notice> notice(Request request) {
        return request.query("done").filter(TOLD::contains).map(word -> new Desk.Notice("me.done." + word, ""));
    }

    private static Ref me(Request request) {
        return Personal.account(request.caller());
    }

    private static Response done(Request request, String path, String what) {
        return redirect(request, path + "?done=" + what);
    }

    private static Response redirect(Request request, String path) {
        return Response.redirect(URI.create(Desk.localised(request, path)));
    }
}
