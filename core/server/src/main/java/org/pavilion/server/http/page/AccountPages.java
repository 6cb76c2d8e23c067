package org.pavilion.server.http.page;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pavilion.api.Caller;
import org.pavilion.api.Language;
import org.pavilion.api.Limits;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.server.brand.Brand;
import org.pavilion.server.http.HttpParts;
import org.pavilion.server.http.PageTools;
import org.pavilion.server.http.page.AccountSheets.Door;
import org.pavilion.server.http.page.AccountSheets.Link;
import org.pavilion.server.http.page.AccountSheets.Wish;
import org.pavilion.server.identity.Account;
import org.pavilion.server.identity.Entrance;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.identity.Session;
import org.pavilion.server.identity.SignUp;
import org.pavilion.server.identity.Visit;
import org.pavilion.server.personal.Personal;

/** Signing up, in and out, and the pages of one-time links: plain forms, no script. */
final class AccountPages {
    private static final Limits SMALL = Limits.DEFAULT.body(8_192);
    private static final Set<String> TOLD = Set.of("out", "everywhere", "refused");
    private static final int GONE = 410;

    private final Identity identity;
    private final Entrance entrance;
    private final Personal personal;
    private final Brand brand;
    private final PageTools tools;

    AccountPages(HttpParts parts, PageTools tools) {
        this.identity = parts.identity();
        this.entrance = identity.entrance();
        this.personal = parts.personal();
        this.brand = parts.brand();
        this.tools = tools;
    }

    /** Every member may be missing, so that an empty form comes back with what is wrong beside it. */
    record Entered(Optional<String> email, Optional<String> password, Optional<String> next) {}

    record Wanted(Optional<String> email, Optional<String> name, Optional<String> password, boolean terms) {}

    record Asked(Optional<String> email) {}

    record Chosen(Optional<String> token, Optional<String> password, boolean terms) {}

    Response signIn(Request request) {
        var done = request.query("done").filter(TOLD::contains);
        return door(request, 200, Typed.NOTHING, request.query("next").orElse(""), done);
    }

    Response signUp(Request request) {
        return wish(
                request, "sign-up", 200, Typed.NOTHING, request.query("done").isPresent());
    }

    Response forgot(Request request) {
        return wish(request, "forgot", 200, Typed.NOTHING, request.query("done").isPresent());
    }

    Response confirm(Request request) {
        return link(request, "confirm", entrance::confirms);
    }

    Response reset(Request request) {
        return link(request, "reset", token -> entrance.resets(token).map(Account::email));
    }

    Response invited(Request request) {
        return link(request, "invited", token -> entrance.invites(token).map(Account::name));
    }

    /** What people agree to when they make an account. */
    Response terms(Request request) {
        var profile = brand.profile();
        var sheet = new AccountSheets.Terms(profile.name().in(request.language()), profile.contact(), Personal.TERMS);
        return Response.page(tools.render(request, "terms", sheet));
    }

    List<Route> forms() {
        return List.of(
                form("/sign-in").takes(Entered.class).handle(this::enter),
                form("/sign-up").takes(Wanted.class).handle(this::register),
                form("/forgot").takes(Asked.class).handle(this::ask),
                form("/confirm").takes(Chosen.class).handle(request -> choose(request, "confirm")),
                form("/reset").takes(Chosen.class).handle(request -> choose(request, "reset")),
                form("/invited").takes(Chosen.class).handle(request -> choose(request, "invited")));
    }

    private static Route.Draft form(String path) {
        return Route.post(path)
                .needs(Permission.PUBLIC)
                .answers(303, Void.class)
                .limits(SMALL);
    }

    private Response enter(Request request) {
        var entered = request.body(Entered.class);
        var next = entered.next().orElse("");
        try {
            var session = entrance.signIn(
                    given(entered.email(), "/email"), given(entered.password(), "/password"), visit(request));
            return in(request, session, next);
        } catch (Problem refused) {
            var typed = Typed.of(Map.of("email", entered.email().orElse("")));
            return door(request, status(refused), wrong(request, typed, refused, "password"), next, Optional.empty());
        }
    }

    private Response register(Request request) {
        var wanted = request.body(Wanted.class);
        try {
            var draft = new SignUp(
                    given(wanted.email(), "/email"),
                    given(wanted.name(), "/name"),
                    given(wanted.password(), "/password"),
                    request.language());
            agreed(wanted.terms());
            entrance.signUp(draft, visit(request).credentials().address());
            return Response.redirect(URI.create(localised(request, "/sign-up?done=sent")));
        } catch (Problem refused) {
            var typed = Typed.of(Map.of(
                    "email", wanted.email().orElse(""),
                    "name", wanted.name().orElse(""),
                    "terms", String.valueOf(wanted.terms())));
            return wish(request, "sign-up", status(refused), wrong(request, typed, refused, ""), false);
        }
    }

    private Response ask(Request request) {
        var asked = request.body(Asked.class);
        try {
            entrance.forgot(
                    given(asked.email(), "/email"), visit(request).credentials().address());
            return Response.redirect(URI.create(localised(request, "/forgot?done=sent")));
        } catch (Problem refused) {
            var typed = Typed.of(Map.of("email", asked.email().orElse("")));
            return wish(request, "forgot", status(refused), wrong(request, typed, refused, "email"), false);
        }
    }

    private Response choose(Request request, String kind) {
        var chosen = request.body(Chosen.class);
        var token = chosen.token().orElse("");
        try {
            var password = given(chosen.password(), "/password");
            if (kind.equals("invited")) {
                agreed(chosen.terms());
            }
            var session = spend(kind, token, password, visit(request));
            if (!kind.equals("reset")) {
                personal.agreeToTerms(entrance.holder(session));
            }
            return in(request, session, "");
        } catch (Problem refused) {
            var who = who(kind, token);
            var typed = Typed.of(Map.of("terms", String.valueOf(chosen.terms())));
            var sheet = new Link(kind, token, who, wrong(request, typed, refused, "password"));
            int status = who.isEmpty() ? GONE : status(refused);
            return new Response.Page(status, tools.render(request, "link", sheet));
        }
    }

    private Session spend(String kind, String token, String password, Visit visit) {
        return switch (kind) {
            case "confirm" -> entrance.confirm(token, password, visit);
            case "reset" -> entrance.reset(token, password, visit);
            default -> entrance.accept(token, password, visit);
        };
    }

    private Optional<String> who(String kind, String token) {
        return switch (kind) {
            case "confirm" -> entrance.confirms(token);
            case "reset" -> entrance.resets(token).map(Account::email);
            default -> entrance.invites(token).map(Account::name);
        };
    }

    private Response in(Request request, Session session, String next) {
        tools.cookies().opened(request, session);
        return Response.redirect(URI.create(tools.cookies().onward(next).orElseGet(() -> localised(request, "/"))));
    }

    private Response door(Request request, int status, Typed typed, String next, Optional<String> done) {
        var caller = request.caller();
        var name = caller.kind() == Caller.Kind.PERSON
                ? identity.accounts().find(caller.ref()).map(Account::name)
                : Optional.<String>empty();
        var door = new Door(
                typed,
                tools.cookies().onward(next).orElse(""),
                identity.providers().name(),
                name,
                done,
                entrance.open());
        return new Response.Page(status, tools.render(request, "sign-in", door));
    }

    private Response wish(Request request, String page, int status, Typed typed, boolean sent) {
        return new Response.Page(status, tools.render(request, page, new Wish(typed, sent, entrance.open())));
    }

    private interface Bearer {
        Optional<String> of(String token);
    }

    private Response link(Request request, String kind, Bearer bearer) {
        var token = request.query("token").orElse("");
        var who = bearer.of(token);
        var sheet = new Link(kind, token, who, Typed.NOTHING);
        return new Response.Page(who.isPresent() ? 200 : GONE, tools.render(request, "link", sheet));
    }

    /** Nobody has an account who did not agree to its terms. */
    static void agreed(boolean terms) {
        if (!terms) {
            throw new Problem("terms.refused", 422, "An account needs your consent to the terms").at("/terms");
        }
    }

    private static String given(Optional<String> value, String pointer) {
        return value.filter(text -> !text.isBlank()).orElseThrow(() -> Problem.invalid(pointer, "fill this in"));
    }

    /** The refusal in the words of the page, beside the field it belongs to; other failures are pages of their own. */
    private Typed wrong(Request request, Typed typed, Problem refused, String fallback) {
        var text = AccountWords.of(refused, request.language());
        var pointer = refused.pointer();
        var at = pointer == null || pointer.isEmpty() ? "/" + fallback : pointer;
        var told = new Problem(refused.code(), refused.status(), text.orElseThrow(() -> refused));
        return typed.refused(at.equals("/") ? told : told.at(at));
    }

    private static int status(Problem refused) {
        return refused.status();
    }

    private Visit visit(Request request) {
        return tools.cookies().visit(request);
    }

    private static String localised(Request request, String path) {
        return request.language() == Language.EN ? (path.equals("/") ? "/en/" : "/en" + path) : path;
    }
}
