package org.pavilion.server.http.page;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.api.Scope;
import org.pavilion.server.http.ApprovalSource;
import org.pavilion.server.http.ApprovalSource.Verdict;
import org.pavilion.server.http.PageTools;
import org.pavilion.server.identity.Identity;

/** One list of everything that waits for a decision, whatever feature it comes from. */
final class ApprovalsPage {
    static final Permission NEEDS = new Permission("approval:decide");

    private static final String PATH = "/organiser/approvals";
    private static final int MOST = 200;

    private final List<ApprovalSource> sources;
    private final Identity identity;
    private final PageTools tools;

    ApprovalsPage(List<ApprovalSource> sources, Identity identity, PageTools tools) {
        this.sources = List.copyOf(sources);
        this.identity = identity;
        this.tools = tools;
    }

    /** What the form sends: picked ones as {@code kind/id}, one verdict for all of them. */
    record Decision(List<String> pick, String verdict, Optional<String> note, boolean sure) {}

    Response show(Request request) {
        return page(request, 200, Optional.empty(), Optional.empty());
    }

    List<Route> forms() {
        return List.of(
                Route.post(PATH)
                        .needs(NEEDS)
                        .takes(Decision.class)
                        .answers(303, Void.class)
                        .handle(this::decide),
                Route.post(PATH + "/{kind}/{id}/undo")
                        .needs(NEEDS)
                        .answers(303, Void.class)
                        .handle(request -> {
                            var source = source(request, request.path("kind"));
                            source.undo(request.path("id"), request.caller());
                            return Response.redirect(URI.create(Desk.localised(request, PATH + "?done=undone")));
                        }));
    }

    /** How many wait for this caller. */
    long waiting(Request request) {
        return visible(request).stream()
                .mapToLong(source -> source.waiting().size())
                .sum();
    }

    private List<ApprovalSource> visible(Request request) {
        return sources.stream()
                .filter(source -> identity.can(request.caller(), source.needs(), Scope.EXPO))
                .toList();
    }

    private ApprovalSource source(Request request, String kind) {
        return visible(request).stream()
                .filter(source -> source.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("this kind of approval"));
    }

    /** Several at once are shown before they are decided; one is decided at once. */
    private Response decide(Request request) {
        var decision = request.body(Decision.class);
        var verdict = verdict(decision.verdict());
        var picked = items(request).stream()
                .filter(each -> decision.pick().contains(each.key()))
                .toList();
        if (picked.isEmpty()) {
            return page(request, 422, Optional.empty(), Optional.of("approvals.error.none"));
        }
        if (picked.size() > 1 && !decision.sure()) {
            var preview = new ApprovalList.Preview(verdict, decision.note().orElse(""), picked);
            return page(request, 200, Optional.of(preview), Optional.empty());
        }
        var lost = new ArrayList<String>();
        for (var each : picked) {
            try {
                source(request, each.kind())
                        .decide(each.waiting().id(), verdict, decision.note().orElse(""), request.caller());
            } catch (Problem refused) {
                if (picked.size() == 1) {
                    throw refused;
                }
                lost.add(each.key());
            }
        }
        var done = Address.of(PATH)
                .with("done", verdict == Verdict.ACCEPT ? "accepted" : "refused")
                .with("n", String.valueOf(picked.size() - lost.size()));
        if (picked.size() == 1 && source(request, picked.getFirst().kind()).undoes()) {
            done = done.with("item", picked.getFirst().key());
        }
        return Response.redirect(URI.create(Desk.localised(request, done.toString())));
    }

    private Response page(Request request, int status, Optional<ApprovalList.Preview> preview, Optional<String> error) {
        var n = request.query("n").filter(each -> each.matches("\\d{1,4}")).orElse("");
        var notice = request.query("done").flatMap(done -> switch (done) {
            case "accepted" -> Optional.of(new Desk.Notice("approvals.done.accepted", n));
            case "refused" -> Optional.of(new Desk.Notice("approvals.done.refused", n));
            case "undone" -> Optional.of(new Desk.Notice("approvals.done.undone", ""));
            default -> Optional.<Desk.Notice>empty();
        });
        var undo = request.query("item")
                .filter(item -> item.matches("[a-z-]{1,40}/[A-Za-z0-9._:-]{1,128}"))
                .map(item -> PATH + "/" + item + "/undo")
                .orElse("");
        var model = new ApprovalList(items(request), preview, notice, undo, error);
        return new Response.Page(status, tools.render(request, "approvals", model));
    }

    private List<ApprovalList.Item> items(Request request) {
        var kinds = new LinkedHashMap<String, List<ApprovalList.Item>>();
        for (var source : visible(request)) {
            kinds.put(
                    source.kind(),
                    source.waiting().stream()
                            .map(each -> new ApprovalList.Item(source.kind(), source.title(), each))
                            .toList());
        }
        return kinds.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(
                        (ApprovalList.Item each) -> each.waiting().since()))
                .limit(MOST)
                .toList();
    }

    private static Verdict verdict(String word) {
        return switch (word) {
            case "accept" -> Verdict.ACCEPT;
            case "refuse" -> Verdict.REFUSE;
            default -> throw Problem.invalid("/verdict", "accept or refuse is required");
        };
    }
}
