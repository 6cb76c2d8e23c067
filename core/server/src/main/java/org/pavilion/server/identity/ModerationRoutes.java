package org.pavilion.server.identity;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;

/** Sanctions over HTTP, below {@code /api}: imposing, appealing, deciding. */
final class ModerationRoutes {
    private static final int LISTED = 100;

    private final Identity identity;

    ModerationRoutes(Identity identity) {
        this.identity = identity;
    }

    /** @param kind warning, timeout, silence or ban */
    record SanctionDraft(String subject, String kind, Optional<String> scope, String reason, int minutes) {}

    record AppealDraft(String text) {}

    record Decision(boolean lift, String decision) {}

    /** @param by who imposed it; absent for the one who has it */
    record SanctionView(
            String id,
            String subject,
            String kind,
            String scope,
            String reason,
            Instant at,
            Instant until,
            String state,
            boolean appealable,
            Optional<String> by,
            Optional<String> appeal,
            Optional<String> decision) {}

    record SanctionList(List<SanctionView> sanctions) {}

    List<Route> all() {
        return List.of(
                Route.get("/moderation/mine")
                        .needs(Sanctions.APPEAL)
                        .summary("The caller's own record.")
                        .answers(200, SanctionList.class)
                        .handle(request ->
                                list(identity.sanctions().of(request.caller().ref()), false)),
                Route.post("/moderation/mine/{id}/appeal")
                        .needs(Sanctions.APPEAL)
                        .takes(AppealDraft.class)
                        .summary("Appeals against a sanction of one's own; once.")
                        .answers(200, SanctionView.class)
                        .handle(request -> Response.json(view(
                                identity.sanctions()
                                        .appeal(
                                                request.caller().ref(),
                                                request.path("id"),
                                                request.body(AppealDraft.class).text()),
                                false))),
                Route.get("/moderation/sanctions")
                        .needs(Sanctions.APPLY)
                        .somewhere()
                        .summary("The newest sanctions in the caller's scope.")
                        .answers(200, SanctionList.class)
                        .handle(request -> list(identity.sanctions().recent(request.caller(), LISTED), true)),
                Route.post("/moderation/sanctions")
                        .needs(Sanctions.APPLY)
                        .somewhere()
                        .takes(SanctionDraft.class)
                        .summary("Warns, times out, silences or bans an account or a guest within a scope.")
                        .answers(201, SanctionView.class)
                        .handle(this::apply),
                Route.delete("/moderation/sanctions/{id}")
                        .needs(Sanctions.APPLY)
                        .somewhere()
                        .summary("Takes a sanction back that nobody appealed against.")
                        .answers(200, SanctionView.class)
                        .handle(request -> Response.json(
                                view(identity.sanctions().lift(request.caller(), request.path("id")), true))),
                Route.get("/moderation/appeals")
                        .needs(Sanctions.DECIDE)
                        .somewhere()
                        .summary("Appeals that wait, the oldest first.")
                        .answers(200, SanctionList.class)
                        .handle(request -> list(identity.sanctions().appeals(request.caller(), LISTED), true)),
                Route.post("/moderation/appeals/{id}")
                        .needs(Sanctions.DECIDE)
                        .somewhere()
                        .takes(Decision.class)
                        .summary("Upholds or lifts; somebody else than who imposed it.")
                        .answers(200, SanctionView.class)
                        .handle(request -> {
                            var decision = request.body(Decision.class);
                            return Response.json(view(
                                    identity.sanctions()
                                            .decide(
                                                    request.caller(),
                                                    request.path("id"),
                                                    decision.lift(),
                                                    decision.decision()),
                                    true));
                        }));
    }

    private Response apply(Request request) {
        var draft = request.body(SanctionDraft.class);
        var sanction = identity.sanctions()
                .apply(
                        request.caller(),
                        subject(draft.subject()),
                        Sanction.Kind.of(draft.kind()),
                        TokenRoutes.scope(draft.scope()),
                        draft.reason(),
                        Duration.ofMinutes(draft.minutes()));
        return Response.created(URI.create("/api/moderation/sanctions/" + sanction.id()), view(sanction, true));
    }

    private static Ref subject(String text) {
        try {
            return Ref.of(text);
        } catch (Problem e) {
            throw e.at("/subject");
        }
    }

    private static Response list(List<Sanction> all, boolean staff) {
        return Response.json(
                new SanctionList(all.stream().map(each -> view(each, staff)).toList()));
    }

    private static SanctionView view(Sanction sanction, boolean staff) {
        return new SanctionView(
                sanction.id(),
                sanction.subject().toString(),
                lower(sanction.kind()),
                sanction.scope().path(),
                sanction.reason(),
                sanction.at(),
                sanction.until(),
                lower(sanction.state()),
                sanction.appealable(Instant.now()),
                staff ? Optional.of(sanction.by().toString()) : Optional.empty(),
                sanction.appeal(),
                sanction.decision());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
