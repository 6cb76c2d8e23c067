package org.pavilion.server.http.page;

import java.time.Instant;
import java.util.List;
import org.pavilion.api.Caller;
import org.pavilion.api.Language;
import org.pavilion.api.Limits;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.server.http.SessionCookies;
import org.pavilion.server.identity.Account;
import org.pavilion.server.identity.Entrance;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.identity.OpenSession;
import org.pavilion.server.identity.Session;
import org.pavilion.server.identity.SignUp;
import org.pavilion.server.personal.Personal;

/** Accounts and sessions over HTTP, below {@code /api/account}: what the pages do, for other clients. */
final class AccountRoutes {
    private static final Permission OWN = new Permission("profile:edit");
    private static final Limits SMALL = Limits.DEFAULT.body(8_192);

    private final Identity identity;
    private final Entrance entrance;
    private final Personal personal;
    private final SessionCookies cookies;

    AccountRoutes(Identity identity, Personal personal, SessionCookies cookies) {
        this.identity = identity;
        this.entrance = identity.entrance();
        this.personal = personal;
        this.cookies = cookies;
    }

    /** @param terms consent to the terms of the house; nobody has an account without */
    record SignUpDraft(String email, String name, String password, boolean terms) {}

    record SignInDraft(String email, String password) {}

    record ForgotDraft(String email) {}

    /** @param token of the one-time link */
    record LinkDraft(String token, String password) {}

    /**
     * @param token of the one-time link
     * @param terms consent to the terms of the house
     */
    record JoinDraft(String token, String password, boolean terms) {}

    record PasswordDraft(String current, String password) {}

    record AccountView(Ref ref, String email, String name, Language language, boolean confirmed, Instant since) {}

    record SessionView(String id, String label, Instant opened, Instant seen, boolean current) {}

    record SessionList(List<SessionView> sessions) {}

    List<Route> all() {
        return List.of(
                open("/account/sign-up", 204, Void.class)
                        .takes(SignUpDraft.class)
                        .summary(
                                "Wants an account; the answer is the same for an address that has one. A letter finishes it.")
                        .handle(request -> {
                            var draft = request.body(SignUpDraft.class);
                            AccountPages.agreed(draft.terms());
                            entrance.signUp(
                                    new SignUp(draft.email(), draft.name(), draft.password(), request.language()),
                                    address(request));
                            return Response.noContent();
                        }),
                open("/account/confirm", 200, AccountView.class)
                        .takes(LinkDraft.class)
                        .summary("Finishes a sign-up with the link of the letter and the password, and signs in.")
                        .handle(request -> {
                            var draft = request.body(LinkDraft.class);
                            return joined(
                                    request, entrance.confirm(draft.token(), draft.password(), cookies.visit(request)));
                        }),
                open("/account/sign-in", 200, AccountView.class)
                        .takes(SignInDraft.class)
                        .summary("Signs in; the session is a cookie.")
                        .handle(request -> {
                            var draft = request.body(SignInDraft.class);
                            return in(
                                    request, entrance.signIn(draft.email(), draft.password(), cookies.visit(request)));
                        }),
                open("/account/sign-out", 204, Void.class)
                        .summary("Ends the session of this browser and its sockets.")
                        .handle(request -> {
                            cookies.close(request);
                            return Response.noContent();
                        }),
                open("/account/forgot", 204, Void.class)
                        .takes(ForgotDraft.class)
                        .summary(
                                "Sends a one-time link to the address if it has an account; the answer is always the same.")
                        .handle(request -> {
                            entrance.forgot(request.body(ForgotDraft.class).email(), address(request));
                            return Response.noContent();
                        }),
                open("/account/reset", 200, AccountView.class)
                        .takes(LinkDraft.class)
                        .summary("Chooses a new password with a one-time link; every other session ends.")
                        .handle(request -> {
                            var draft = request.body(LinkDraft.class);
                            return in(request, entrance.reset(draft.token(), draft.password(), cookies.visit(request)));
                        }),
                open("/account/accept", 200, AccountView.class)
                        .takes(JoinDraft.class)
                        .summary("Takes an invitation and chooses the first password.")
                        .handle(request -> {
                            var draft = request.body(JoinDraft.class);
                            AccountPages.agreed(draft.terms());
                            return joined(
                                    request, entrance.accept(draft.token(), draft.password(), cookies.visit(request)));
                        }),
                Route.get("/account")
                        .needs(OWN)
                        .summary("The account that is signed in.")
                        .answers(200, AccountView.class)
                        .handle(request -> Response.json(view(person(request)))),
                Route.post("/account/password")
                        .needs(OWN)
                        .takes(PasswordDraft.class)
                        .limits(SMALL)
                        .summary("Changes the password; every other session ends.")
                        .answers(200, AccountView.class)
                        .handle(request -> {
                            var draft = request.body(PasswordDraft.class);
                            return in(
                                    request,
                                    entrance.changePassword(
                                            person(request),
                                            draft.current(),
                                            draft.password(),
                                            cookies.visit(request)));
                        }),
                Route.get("/account/sessions")
                        .needs(OWN)
                        .summary("The browsers that are signed in to the account.")
                        .answers(200, SessionList.class)
                        .handle(request -> Response.json(new SessionList(identity
                                .accounts()
                                .sessions(
                                        person(request),
                                        cookies.visit(request).credentials().sessionCookie())
                                .stream()
                                .map(AccountRoutes::view)
                                .toList()))),
                Route.delete("/account/sessions/{id}")
                        .needs(OWN)
                        .summary("Ends one session of the account and its sockets.")
                        .answers(204, Void.class)
                        .handle(request -> {
                            identity.accounts().signOut(person(request), request.path("id"));
                            return Response.noContent();
                        }),
                Route.post("/account/sign-out-everywhere")
                        .needs(OWN)
                        .summary("Ends every session of the account and their sockets.")
                        .answers(204, Void.class)
                        .handle(request -> {
                            identity.accounts().signOutEverywhere(person(request));
                            cookies.close(request);
                            return Response.noContent();
                        }));
    }

    private static Route.Draft open(String path, int status, Class<?> answer) {
        return Route.post(path).needs(Permission.PUBLIC).limits(SMALL).answers(status, answer);
    }

    private Response joined(Request request, Session session) {
        personal.agreeToTerms(entrance.holder(session));
        return in(request, session);
    }

    private Response in(Request request, Session session) {
        cookies.opened(request, session);
        return Response.json(view(entrance.holder(session)));
    }

    private AccountView view(Ref ref) {
        return identity.accounts()
                .find(ref)
                .map(AccountRoutes::view)
                .orElseThrow(() -> Problem.notFound("this account"));
    }

    private static AccountView view(Account account) {
        return new AccountView(
                account.ref(),
                account.email(),
                account.name(),
                account.language(),
                account.confirmed(),
                account.since());
    }

    private static SessionView view(OpenSession open) {
        return new SessionView(open.id(), open.label(), open.opened(), open.seen(), open.current());
    }

    private String address(Request request) {
        return cookies.visit(request).credentials().address();
    }

    /** The operator and machines have no account to change. */
    private static Ref person(Request request) {
        if (request.caller().kind() != Caller.Kind.PERSON) {
            throw Problem.notFound("this account");
        }
        return request.caller().ref();
    }
}
