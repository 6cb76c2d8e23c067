package org.pavilion.plugin.forum;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Html;
import org.pavilion.api.Language;
import org.pavilion.api.Limits;
import org.pavilion.api.Permission;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;

/** An initiative's page, the page where somebody signs it, and both for programs. */
record InitiativePages(PluginContext context, Initiatives initiatives, CoSigners signers) {
    private static final Permission SIGN = new Permission("forum:co-sign");
    private static final Limits CALM = Limits.DEFAULT.perMinute(10);

    /** Under which name somebody signs. */
    record Signature(String name, Optional<String> organisation) {}

    /** Who stands behind an initiative. */
    record Signatures(String initiative, long version, List<CoSigner> signers) {}

    void open() {
        context.pages().at("/initiatives/{id}/co-sign", SIGN, request -> Response.page(page(request, true)));
        context.routes()
                .add(Route.get("/initiatives/{id}/co-signers")
                        .needs(Permission.PUBLIC)
                        .summary("Who stands behind an initiative, and which version of it each signed.")
                        .answers(200, Signatures.class)
                        .handle(request -> Response.json(signatures(request))))
                .add(Route.post("/initiatives/{id}/co-signers")
                        .needs(SIGN)
                        .takes(Signature.class)
                        .limits(CALM)
                        .summary("Signs an initiative for oneself; again after its text changed.")
                        .answers(200, Signatures.class)
                        .handle(request -> {
                            var signature = request.body(Signature.class);
                            signers.sign(
                                    request.caller().ref(),
                                    request.path("id"),
                                    signature.name(),
                                    signature.organisation().orElse(""));
                            return back(request);
                        }))
                .add(Route.post("/initiatives/{id}/co-signers/withdraw")
                        .needs(SIGN)
                        .limits(CALM)
                        .summary("Takes one's signature back.")
                        .answers(200, Signatures.class)
                        .handle(request -> {
                            signers.withdraw(request.caller().ref(), request.path("id"));
                            return back(request);
                        }));
    }

    Html page(Request request, boolean signing) {
        var view = context.storage().read(h -> {
            var line = initiatives.shelf().find(h, request.path("id")).orElseThrow(() -> missing(request));
            var versions = CoSigners.versions(h, line.id()).stream()
                    .map(each -> new InitiativeView.Version(each.number(), each.name(), each.summary(), each.at()))
                    .toList();
            return new InitiativeView(
                    line,
                    initiatives.names().edition(line.edition()).text(),
                    signers.of(h, line.id()),
                    versions,
                    CoSigners.newest(h, line.id()),
                    signing ? signers.own(h, line.id(), request.caller().ref()) : Optional.empty(),
                    signing);
        });
        return context.templates().render(request, "initiative", view);
    }

    private Signatures signatures(Request request) {
        return context.storage().read(h -> {
            var line = initiatives.shelf().find(h, request.path("id")).orElseThrow(() -> missing(request));
            return new Signatures(line.id(), CoSigners.newest(h, line.id()), signers.of(h, line.id()));
        });
    }

    private static Problem missing(Request request) {
        return Problem.notFound("initiative " + request.path("id"));
    }

    private Response back(Request request) {
        boolean form = request.header("Content-Type")
                .filter(type -> !type.startsWith("application/json"))
                .isPresent();
        var prefix = request.language() == Language.EN ? "/en" : "";
        return form
                ? Response.redirect(URI.create(prefix + "/initiatives/" + request.path("id") + "/co-sign"))
                : Response.json(signatures(request));
    }
}
