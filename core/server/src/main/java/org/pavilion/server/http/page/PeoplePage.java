package org.pavilion.server.http.page;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.api.Scope;
import org.pavilion.server.http.PageTools;
import org.pavilion.server.identity.Account;
import org.pavilion.server.identity.Grant;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.identity.Role;

/** People with an account, and what each of them may do where. */
final class PeoplePage {
    static final Permission NEEDS = new Permission("account:manage");

    private static final Permission GRANT = new Permission("role:grant");
    private static final String PATH = "/organiser/people";
    private static final int SHOWN = 50;
    private static final int MOST = 200;
    private static final Map<String, String> TOLD = Map.of(
            "invited", "people.done.invited",
            "granted", "people.done.granted",
            "revoked", "people.done.revoked",
            "blocked", "people.done.blocked",
            "unblocked", "people.done.unblocked",
            "signed-out", "people.done.signed-out",
            "merged", "people.done.merged",
            "bulk", "people.done.bulk");

    private final Identity identity;
    private final PageTools tools;

    PeoplePage(Identity identity, PageTools tools) {
        this.identity = identity;
        this.tools = tools;
    }

    record Invitation(String email, String name, String role, Optional<String> scope) {}

    record GrantForm(String role, Optional<String> scope, Optional<String> until) {}

    /** One act for several people; with more than one it is shown first and then sent again, {@code sure}. */
    record BulkForm(List<String> pick, String role, Optional<String> scope, String act, boolean sure) {}

    Response list(Request request) {
        return list(request, 200, Typed.NOTHING, Optional.empty());
    }

    Response one(Request request) {
        return one(request, 200, Typed.NOTHING);
    }

    List<Route> forms() {
        return List.of(
                form("", GRANT).takes(Invitation.class).handle(this::invite),
                form("/bulk", GRANT).takes(BulkForm.class).handle(this::bulk),
                form("/{id}/grants", GRANT).takes(GrantForm.class).handle(this::grant),
                form("/{id}/grants/again", GRANT).handle(this::again),
                form("/{id}/grants/{grant}/revoke", GRANT).handle(this::revoke),
                form("/{id}/sign-out", NEEDS).handle(request -> {
                    identity.accounts()
                            .signOutEverywhere(
                                    account(request).ref(), request.caller().ref());
                    return done(request, "signed-out", "");
                }),
                form("/{id}/block", NEEDS).handle(request -> {
                    identity.accounts()
                            .block(account(request).ref(), request.caller().ref());
                    return done(request, "blocked", "");
                }),
                form("/{id}/unblock", NEEDS).handle(request -> {
                    identity.accounts()
                            .unblock(account(request).ref(), request.caller().ref());
                    return done(request, "unblocked", "");
                }));
    }

    private static Route.Draft form(String path, Permission needs) {
        return Route.post(PATH + path).needs(needs).answers(303, Void.class);
    }

    private Response invite(Request request) {
        var form = request.body(Invitation.class);
        var typed = Typed.of(Map.of(
                "email", form.email(),
                "name", form.name(),
                "role", form.role(),
                "scope", form.scope().orElse("")));
        try {
            var account = form.role().isEmpty()
                    ? identity.accounts()
                            .invite(
                                    form.email(),
                                    form.name(),
                                    request.language(),
                                    request.caller().ref())
                    : identity.accounts()
                            .invite(
                                    form.email(),
                                    form.name(),
                                    request.language(),
                                    form.role(),
                                    scope(form.scope()),
                                    request.caller().ref());
            return redirect(request, PATH + "/" + account.ref().id() + "?done=invited");
        } catch (Problem refused) {
            return list(request, shown(refused), typed.refused(refused), Optional.empty());
        }
    }

    private Response grant(Request request) {
        var form = request.body(GrantForm.class);
        var typed = Typed.of(Map.of(
                "role", form.role(),
                "scope", form.scope().orElse(""),
                "until", form.until().orElse("")));
        try {
            identity.rights()
                    .grant(
                            account(request).ref(),
                            form.role(),
                            scope(form.scope()),
                            until(form.until(), request),
                            request.caller().ref());
            return done(request, "granted", "");
        } catch (Problem refused) {
            return one(request, shown(refused), typed.refused(refused));
        }
    }

    /** Takes a revocation back. */
    private Response again(Request request) {
        var until =
                request.query("until").filter(text -> text.matches("\\d{1,15}")).map(Long::parseLong);
        identity.rights()
                .grant(
                        account(request).ref(),
                        request.query("role").orElse(""),
                        scope(request.query("scope")),
                        until.map(Instant::ofEpochMilli),
                        request.caller().ref());
        return done(request, "granted", "");
    }

    private Response revoke(Request request) {
        var person = account(request).ref();
        var id = request.path("grant");
        if (identity.rights().of(person).stream().noneMatch(grant -> grant.id().equals(id))) {
            throw Problem.notFound("this grant");
        }
        var grant = identity.rights().revoke(id, request.caller().ref());
        var address = Address.of("")
                .with("role", grant.role())
                .with("scope", grant.scope().path());
        if (grant.until().isPresent()) {
            address = address.with("until", String.valueOf(grant.until().get().toEpochMilli()));
        }
        return done(request, "revoked", "&" + address.toString().substring(1));
    }

    /** Who has the role already keeps it, who has it not loses nothing. */
    private Response bulk(Request request) {
        var form = request.body(BulkForm.class);
        var people = form.pick().stream()
                .limit(MOST)
                .flatMap(id -> Ref.find(Account.TYPE, id).flatMap(identity.accounts()::find).stream())
                .toList();
        var role = identity.rights().role(form.role()).filter(Role::given);
        if (people.isEmpty() || role.isEmpty()) {
            var wrong = Typed.NOTHING.refused(Problem.invalid(
                    people.isEmpty() ? "/pick" : "/bulkrole", "Pick people, and the role to give or take"));
            return list(request, 422, wrong, Optional.empty());
        }
        var scope = scope(form.scope());
        boolean give = !form.act().equals("take");
        if (people.size() > 1 && !form.sure()) {
            var preview = new PeopleSheet.Bulk(people, role.get(), scope.path(), give);
            return list(request, 200, Typed.NOTHING, Optional.of(preview));
        }
        for (var person : people) {
            var held = identity.rights().of(person.ref()).stream()
                    .filter(grant ->
                            grant.role().equals(form.role()) && grant.scope().equals(scope))
                    .findFirst();
            if (give && held.isEmpty()) {
                identity.rights()
                        .grant(
                                person.ref(),
                                form.role(),
                                scope,
                                Optional.empty(),
                                request.caller().ref());
            } else if (!give) {
                held.ifPresent(grant ->
                        identity.rights().revoke(grant.id(), request.caller().ref()));
            }
        }
        return redirect(request, PATH + "?done=bulk&n=" + people.size());
    }

    private Response list(Request request, int status, Typed typed, Optional<PeopleSheet.Bulk> bulk) {
        var text = request.query("q").map(String::strip).orElse("");
        var role = request.query("role")
                .flatMap(identity.rights()::role)
                .map(Role::name)
                .orElse("");
        List<Account> accounts;
        var next = Optional.<String>empty();
        if (role.isEmpty()) {
            var page =
                    identity.accounts().page(text, SHOWN, request.query("after").orElse(""));
            accounts = page.accounts();
            next = page.next();
        } else {
            accounts = identity.rights().holders(role).stream()
                    .flatMap(ref -> identity.accounts().find(ref).stream())
                    .limit(MOST)
                    .toList();
        }
        var lines = accounts.stream()
                .map(account -> new PeopleSheet.Line(
                        account,
                        held(account.ref()).stream()
                                .filter(held -> !held.ended())
                                .toList()))
                .toList();
        var model = new PeopleSheet.People(
                lines,
                text,
                role,
                next,
                given(),
                typed,
                bulk,
                notice(request),
                identity.accounts().letters(request.caller().ref()));
        return new Response.Page(status, tools.render(request, "people", model));
    }

    private Response one(Request request, int status, Typed typed) {
        var account = account(request);
        var undo = request.query("done").filter("revoked"::equals).isPresent()
                ? Address.of(PATH + "/" + account.ref().id() + "/grants/again")
                        .with("role", request.query("role").orElse(""))
                        .with("scope", request.query("scope").orElse(""))
                        .with("until", request.query("until").orElse(""))
                        .toString()
                : "";
        var model = new PeopleSheet.Person(
                account,
                held(account.ref()),
                given(),
                identity.accounts().sessions(account.ref(), Optional.empty()),
                identity.sanctions().of(account.ref()),
                typed,
                notice(request),
                undo);
        return new Response.Page(status, tools.render(request, "person-desk", model));
    }

    private List<PeopleSheet.Held> held(Ref person) {
        return identity.rights().of(person).stream()
                .map(grant -> new PeopleSheet.Held(grant, identity.rights().role(grant.role()), ended(grant)))
                .toList();
    }

    private static boolean ended(Grant grant) {
        return grant.until().filter(end -> !end.isAfter(Instant.now())).isPresent();
    }

    private List<Role> given() {
        return identity.rights().roles().stream().filter(Role::given).toList();
    }

    private Account account(Request request) {
        return Ref.find(Account.TYPE, request.path("id"))
                .flatMap(identity.accounts()::find)
                .orElseThrow(() -> Problem.notFound("this account"));
    }

    private Optional<Desk.Notice> notice(Request request) {
        var n = request.query("n").filter(text -> text.matches("\\d{1,4}")).orElse("");
        return request.query("done")
                .filter(TOLD::containsKey)
                .map(done -> new Desk.Notice(TOLD.getOrDefault(done, ""), n));
    }

    /** A refusal that belongs to the form; whatever else goes its way. */
    private static int shown(Problem refused) {
        if (refused.status() != 409 && refused.status() != 422 && refused.status() != 403) {
            throw refused;
        }
        return refused.status();
    }

    /** Reads a place as people write it; nothing is the whole expo. */
    static Scope scope(Optional<String> path) {
        try {
            return path.map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .map(text -> new Scope(text.replace(':', '/')))
                    .orElse(Scope.EXPO);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("/scope", "a place is written type:id, such as booth:b-1")
                    .causedBy(e);
        }
    }

    /** The end of that day where the expo takes place. */
    static Optional<Instant> until(Optional<String> day, Request request) {
        try {
            var zone = ZoneId.of(request.edition().zone());
            return day.filter(text -> !text.isBlank())
                    .map(text ->
                            LocalDate.parse(text).plusDays(1).atStartOfDay(zone).toInstant());
        } catch (DateTimeParseException e) {
            throw Problem.invalid("/until", "a day such as 2026-05-31").causedBy(e);
        }
    }

    private static Response done(Request request, String what, String more) {
        return redirect(request, PATH + "/" + request.path("id") + "?done=" + what + more);
    }

    private static Response redirect(Request request, String path) {
        return Response.redirect(URI.create(Desk.localised(request, path)));
    }
}
