package org.pavilion.server.http.page;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pavilion.api.Board;
import org.pavilion.api.Edition;
import org.pavilion.api.Language;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.server.brand.Brand;
import org.pavilion.server.directory.ExpoDirectory;
import org.pavilion.server.http.PageTools;
import org.pavilion.server.plugin.PluginHost;

/** The front page: one edition with its boards and figures, and the way to every other edition. */
final class HomePage {
    private static final int FIGURES = 8;

    private static final Pattern KNOWN = Pattern.compile("(?i)(?:^|[,\\s])(?:zh|en)(?![a-z])");

    private final ExpoDirectory directory;
    private final Brand brand;
    private final PluginHost plugins;
    private final PageTools tools;

    HomePage(ExpoDirectory directory, Brand brand, PluginHost plugins, PageTools tools) {
        this.directory = directory;
        this.brand = brand;
        this.plugins = plugins;
        this.tools = tools;
    }

    Response show(Request request) {
        if (greetsInEnglish(request)) {
            return Response.redirect(URI.create(Address.of("/en/")
                    .with("edition", request.query("edition").orElse(""))
                    .toString()));
        }
        var edition = request.edition();
        var boards = edition.boards().stream()
                .sorted(Comparator.comparingInt(Board::order))
                .map(this::card)
                .toList();
        var figures = directory.facts(edition.id());
        var home = new Home(
                edition,
                request.query("edition").isPresent(),
                leading(edition),
                boards,
                boards.stream()
                        .filter(Home.Card::open)
                        .map(card -> card.board().path())
                        .findFirst(),
                figures.stream().limit(FIGURES).toList(),
                figures.size(),
                directory.fields(),
                directory.hosted(edition.id()),
                tools.parts("home.main", request, Map.of()));
        return Response.page(tools.render(request, "home", home));
    }

    /**
     * Whether somebody of whom no language is known comes from elsewhere to an expo that speaks English
     * first. Who is here already chose Chinese.
     */
    private boolean greetsInEnglish(Request request) {
        return request.language() == Language.ZH
                && brand.profile().language() == Language.EN
                && !request.header("Sec-Fetch-Site").equals(Optional.of("same-origin"))
                && request.header("Accept-Language")
                        .filter(wanted -> KNOWN.matcher(wanted).find())
                        .isEmpty();
    }

    /** The editions that stand on their own; a hosted one only when it is the one shown. */
    private List<Edition> leading(Edition shown) {
        return directory.editions().stream()
                .filter(each -> each.hostedWithin().isEmpty() || each.id().equals(shown.id()))
                .toList();
    }

    private Home.Card card(Board board) {
        var kind = board.plugin().orElse(board.id());
        var open = board.plugin().flatMap(plugins::mount).isPresent();
        return new Home.Card(board, Icons.of(kind), open);
    }
}
