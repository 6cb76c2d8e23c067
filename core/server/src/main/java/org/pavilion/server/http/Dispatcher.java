package org.pavilion.server.http;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pavilion.api.Caller;
import org.pavilion.api.Language;
import org.pavilion.api.Method;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Route;
import org.pavilion.api.Scope;
import org.pavilion.server.identity.Credentials;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.storage.Actors;
import org.pavilion.server.telemetry.Telemetry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one pipeline: who asks, from where, how often, with what right; then the handler; then its
 * answer or its failure, measured and logged.
 */
final class Dispatcher {
    private static final Logger log = LoggerFactory.getLogger("org.pavilion.access");
    private static final long GUEST_COOKIE_S = 180L * 24 * 3600;

    private final HttpParts house;
    private final Identity identity;
    private final Telemetry telemetry;
    private final Targets targets;
    private final AssetServer assets;
    private final SignIn signIn;
    private final Renderer renderer;
    private final Failures failures;

    Dispatcher(
            HttpParts house, Targets targets, AssetServer assets, SignIn signIn, Renderer renderer, Failures failures) {
        this.house = house;
        this.identity = house.identity();
        this.telemetry = house.telemetry();
        this.targets = targets;
        this.assets = assets;
        this.signIn = signIn;
        this.renderer = renderer;
        this.failures = failures;
    }

    Targets targets() {
        return targets;
    }

    void handle(Context context) throws Exception {
        var id = String.valueOf(context.req().getAttribute(Gate.ID));
        var x = new Exchange(context, id, String.valueOf(context.req().getAttribute(Gate.ADDRESS)));
        try {
            serve(x);
        } catch (Throwable thrown) { // an Error of one request must not take the others' answers with it
            failures.render(x, thrown);
        } finally {
            done(x);
        }
    }

    private void serve(Exchange x) throws Exception {
        var method = x.method().orElse(null);
        if (method == null) {
            methodless(x);
            return;
        }
        if (method == Method.GET && assets.owns(x.fullPath())) {
            assets.serve(x);
            return;
        }
        var raw = targets.raw(method, x.fullPath());
        if (raw.isPresent()) {
            raw(x, raw.get());
            return;
        }
        if (withoutSlash(x)) {
            return;
        }
        var target = targets.find(method, x.fullPath(), x.path());
        if (target.isEmpty()) {
            throw nothing(x);
        }
        target(x, target.get());
    }

    private void raw(Exchange x, Raw raw) throws Exception {
        x.route(raw.template());
        if (raw.counted()) {
            var caller = admit(x, raw.template(), 0);
            identity.require(caller, raw.needs(), Scope.EXPO);
            Actors.as(caller.ref(), () -> {
                raw.handler().serve(x);
                return null;
            });
        } else {
            raw.handler().serve(x);
        }
        x.discardBody();
    }

    private void target(Exchange x, Target target) throws Exception {
        x.route(target.template());
        if (!target.needs().equals(Permission.PUBLIC) || PrivateArea.holds(x.path())) {
            x.personal();
        }
        var caller = admit(x, target.template(), target.limits().perMinute());
        permit(caller, target);
        var language = target.page() ? x.language() : language(x);
        try (var request = new HttpRequest(
                x,
                caller,
                language,
                target.parameters(),
                target.limits().bodyBytes(),
                target.json(),
                house.directory())) {
            var answer = Actors.as(caller.ref(), () -> target.call().on(request));
            x.discardBody();
            renderer.render(request, answer, target.json());
        }
    }

    /** The right that the target declares, where it declares it. */
    private void permit(Caller caller, Target target) {
        switch (target.where()) {
            case Route.Where.Expo expo -> identity.require(caller, target.needs(), Scope.EXPO);
            case Route.Where.Somewhere somewhere -> identity.requireSomewhere(caller, target.needs());
            case Route.Where.At at ->
                identity.require(
                        caller,
                        target.needs(),
                        object(at, target).map(identity::scope).orElse(Scope.EXPO));
        }
    }

    /** The object of a path; a whole reference as a parameter names the room of that object. */
    private static Optional<Ref> object(Route.Where.At at, Target target) {
        return Optional.ofNullable(target.parameters().get(at.parameter()))
                .flatMap(id -> Ref.find(at.type(), id.replace(':', '.')));
    }

    /** Everything else that must hold before a handler runs. */
    private Caller admit(Exchange x, String template, int perMinute) {
        if (x.unsafe() && identity.crossSite(x.servlet().getMethod(), x::header)) {
            throw new Problem("access.cross-site", 403, "This request comes from another site");
        }
        var caller = identity.caller(credentials(x));
        x.caller(caller);
        identity.rates().request(caller, x.address());
        if (perMinute > 0) {
            identity.rates().perMinute(template, perMinute, caller, x.address());
        }
        return caller;
    }

    /** A visitor's first change makes the browser recognisable to itself; looking around never does. */
    private Credentials credentials(Exchange x) {
        var brought = signIn.credentials(x);
        if (!x.unsafe()
                || brought.guestCookie().isPresent()
                || brought.sessionCookie().isPresent()
                || brought.bearer().isPresent()) {
            return brought;
        }
        var guest = identity.newGuest();
        x.context().res().addHeader("Set-Cookie", identity.setCookie(identity.guestCookie(), guest, GUEST_COOKIE_S));
        return new Credentials(brought.sessionCookie(), brought.bearer(), brought.address(), Optional.of(guest));
    }

    /** The language of an API call: asked for, else the browser's, else Chinese. */
    static Language language(Exchange x) {
        var asked = Query.parse(x.servlet().getQueryString()).get("lang");
        if (asked != null && !asked.isEmpty()) {
            return asked.getFirst().toLowerCase(Locale.ROOT).startsWith("en") ? Language.EN : Language.ZH;
        }
        return x.header("Accept-Language")
                .filter(value -> Accept.language(value, "en") > Accept.language(value, "zh"))
                .map(value -> Language.EN)
                .orElse(Language.ZH);
    }

    /** One address for each page: {@code /halls/} is {@code /halls}. */
    private static boolean withoutSlash(Exchange x) {
        var path = x.fullPath();
        if (x.unsafe() || path.length() < 2 || !path.endsWith("/") || path.equals("/en/") || x.api()) {
            return false;
        }
        var query = x.servlet().getQueryString();
        var raw = x.servlet().getRequestURI();
        x.context()
                .res()
                .setHeader("Location", raw.substring(0, raw.length() - 1) + (query == null ? "" : "?" + query));
        Renderer.empty(x, 308);
        return true;
    }

    private Problem nothing(Exchange x) {
        var allowed = targets.allowed(x.fullPath(), x.path());
        if (allowed.isEmpty()) {
            return targets.nothing(x.fullPath(), x.path());
        }
        return notAllowed(x, allowed);
    }

    private static Problem notAllowed(Exchange x, Set<String> allowed) {
        var list = String.join(", ", allowed);
        x.context().res().setHeader("Allow", list);
        return new Problem("request.method", 405, "this address answers " + list);
    }

    private void methodless(Exchange x) {
        var allowed = targets.allowed(x.fullPath(), x.path());
        if (allowed.isEmpty()) {
            throw Problem.notFound("this page");
        }
        if (!x.servlet().getMethod().equals("OPTIONS")) {
            throw notAllowed(x, allowed);
        }
        x.context().res().setHeader("Allow", String.join(", ", allowed));
        Renderer.empty(x, 204);
    }

    private void done(Exchange x) {
        int status = x.context().res().getStatus();
        var method = x.method().map(Method::name).orElse("OTHER");
        telemetry.seconds(
                "http_request", x.seconds(), "route", x.route(), "method", method, "status", String.valueOf(status));
        log.atDebug()
                .addKeyValue("id", x.id())
                .addKeyValue("method", x.servlet().getMethod())
                .addKeyValue("path", x.fullPath())
                .addKeyValue("route", x.route())
                .addKeyValue("status", status)
                .addKeyValue("ms", Math.round(x.seconds() * 1000))
                .addKeyValue("caller", x.caller().map(c -> c.kind().name()).orElse("-"))
                .log("request");
    }
}
