package org.pavilion.server.http.page;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pavilion.api.Language;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.server.http.CorePage;
import org.pavilion.server.http.HttpParts;
import org.pavilion.server.http.PageTools;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.personal.Card;
import org.pavilion.server.personal.Personal;
import org.pavilion.server.personal.Profile;
import org.pavilion.server.settings.Limit;

/** Who a person is here: profile, card, consents, password and sessions, taking everything along, leaving. */
final class MyAccountPages {
    private static final Permission EDIT = new Permission("profile:edit");
    private static final Set<String> TOLD = Set.of("saved", "withdrawn", "signed-out", "password");

    private final Identity identity;
    private final Personal personal;
    private final PageTools tools;

    MyAccountPages(HttpParts parts, PageTools tools) {
        this.identity = parts.identity();
        this.personal = parts.personal();
        this.tools = tools;
    }

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

    record LeaveForm(Optional<String> proof) {}

    record PasswordForm(Optional<String> current, Optional<String> password) {}

    List<CorePage> pages() {
        return List.of(
                page("/me/profile", request -> profile(request, 200, Typed.of(profileOf(request)))),
                page("/me/cards", request -> card(request, 200, Typed.of(cardOf(request)))),
                page("/me/consents", this::consents),
                page("/me/account", request -> account(request, 200, Typed.NOTHING)),
                page("/me/export", this::export));
    }

    List<Route> forms() {
        return List.of(
                form("/me/profile").takes(ProfileForm.class).handle(this::saveProfile),
                form("/me/cards").takes(CardForm.class).handle(this::saveCard),
                form("/me/consents/{id}/withdraw").handle(request -> {
                    personal.withdraw(me(request), request.path("id"));
                    return done(request, "/me/consents", "withdrawn");
                }),
                form("/me/account/sessions/{id}/end").handle(request -> {
                    identity.accounts().signOut(me(request), request.path("id"));
                    return done(request, "/me/account", "signed-out");
                }),
                form("/me/account/sessions/end-others").handle(request -> {
                    identity.accounts().signOutElsewhere(me(request), cookie(request));
                    return done(request, "/me/account", "signed-out");
                }),
                form("/me/account/password").takes(PasswordForm.class).handle(this::password),
                form("/me/account/leave").takes(LeaveForm.class).handle(this::leave));
    }

    private static CorePage page(String path, Route.Handler handler) {
        return new CorePage(path, EDIT, handler);
    }

    private static Route.Draft form(String path) {
        return Route.post(path).needs(EDIT).answers(303, Void.class);
    }

    private Map<String, String> profileOf(Request request) {
        var me = me(request);
        var account = identity.accounts().find(me).orElseThrow(() -> Problem.notFound("this account"));
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
                                    .map(tag -> tag.toLowerCase(Locale.ROOT))
                                    .toList(),
                            typed.zone().orElse(""),
                            typed.shown()));
            identity.accounts()
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
        var accounts = identity.accounts();
        var model = new Me.Settings(
                accounts.find(me).orElseThrow(() -> Problem.notFound("this account")),
                accounts.sessions(me, cookie(request)),
                identity.entrance().hasPassword(me),
                identity.providers().name(),
                typed,
                notice(request));
        return new Response.Page(status, tools.render(request, "me-account", model));
    }

    private Response export(Request request) {
        var me = me(request);
        identity.rates().take(Limit.EXPORT, request.caller(), "");
        var bytes = personal.archive(me);
        return Response.stream("application/zip", "pavilion.zip", out -> out.write(bytes));
    }

    /** A new password ends every other session and opens this one anew. */
    private Response password(Request request) {
        var form = request.body(PasswordForm.class);
        try {
            var session = identity.entrance()
                    .changePassword(
                            me(request),
                            form.current().orElse(""),
                            form.password().orElse(""),
                            tools.cookies().visit(request));
            tools.cookies().opened(request, session);
            return done(request, "/me/account", "password");
        } catch (Problem refused) {
            var pointer = refused.pointer();
            return refused(request, refused, pointer == null || pointer.isEmpty() ? "/password" : pointer);
        }
    }

    /** Leaving asks once more who it is; there is no way back. */
    private Response leave(Request request) {
        var me = me(request);
        var form = request.body(LeaveForm.class);
        try {
            identity.entrance()
                    .stepUp(me, form.proof().orElse(""), tools.cookies().visit(request));
        } catch (Problem refused) {
            return refused(request, refused, "/proof");
        }
        personal.leave(me);
        return redirect(request, "/");
    }

    /** The account's page again, with what is wrong at the field; other failures are pages of their own. */
    private Response refused(Request request, Problem refused, String field) {
        var words = refused.code().equals("access.credentials")
                ? Optional.of(request.language() == Language.EN ? "This is not your password" : "密码不对")
                : AccountWords.of(refused, request.language());
        var told = new Problem(refused.code(), refused.status(), words.orElseThrow(() -> refused)).at(field);
        return account(request, told.status(), Typed.NOTHING.refused(told));
    }

    private Optional<String> cookie(Request request) {
        return tools.cookies().visit(request).credentials().sessionCookie();
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
