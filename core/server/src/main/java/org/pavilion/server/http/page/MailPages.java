package org.pavilion.server.http.page;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.server.http.PageTools;
import org.pavilion.server.notify.Notify;

/** What mail waits, what failed and why; some of it or all that failed is tried anew or thrown away. */
final class MailPages {
    static final Permission NEEDS = new Permission("mail:manage");

    private static final String PATH = "/organiser/mail";
    private static final int SHOWN = 50;
    private static final Set<String> STATES = Set.of("dead", "queued", "sent");
    private static final Map<String, String> TOLD =
            Map.of("retry", "mail.done.retry", "drop", "mail.done.drop", "none", "mail.done.none");

    private final Notify notices;
    private final PageTools tools;

    MailPages(Notify notices, PageTools tools) {
        this.notices = notices;
        this.tools = tools;
    }

    /** @param act {@code retry} or {@code drop}; {@code retry-all} and {@code drop-all} mean all that failed */
    record Act(List<String> pick, String act) {}

    Response show(Request request) {
        var state = request.query("state").filter(STATES::contains).orElse("");
        var text = request.query("q").map(String::strip).orElse("");
        var page = notices.mail(state, text, request.query("before").orElse(""), SHOWN);
        var next = page.next()
                .map(id -> PATH + "?state=" + state + "&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8)
                        + "&before=" + id);
        var notice = request.query("done")
                .filter(TOLD::containsKey)
                .map(done -> new Desk.Notice(
                        TOLD.getOrDefault(done, ""),
                        request.query("n").filter(n -> n.matches("\\d{1,9}")).orElse("0")));
        return Response.page(
                tools.render(request, "mail", new MailDesk(page, notices.mails(), state, text, next, notice)));
    }

    List<Route> forms() {
        return List.of(Route.post(PATH)
                .needs(NEEDS)
                .takes(Act.class)
                .answers(303, Void.class)
                .handle(this::act));
    }

    private Response act(Request request) {
        var wish = request.body(Act.class);
        var mails = wish.act().endsWith("-all") ? notices.deadMail() : wish.pick();
        int count = switch (wish.act()) {
            case "retry", "retry-all" -> notices.retry(mails);
            case "drop", "drop-all" -> notices.drop(mails);
            default -> throw Problem.invalid("/act", "retry or drop");
        };
        var done = count == 0 ? "none" : wish.act().replace("-all", "");
        return Response.redirect(URI.create(Desk.localised(request, PATH + "?done=" + done + "&n=" + count)));
    }
}
