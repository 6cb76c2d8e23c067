package org.pavilion.server.http.page;

import java.util.List;
import java.util.Map;
import org.pavilion.api.Language;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.server.directory.ExpoDirectory;
import org.pavilion.server.directory.TranslationDesk;
import org.pavilion.server.http.PageTools;

/** What the directory lacks in one language, kind by kind, to be written side by side. */
final class TranslationsPage {
    static final Permission NEEDS = new Permission("directory:edit");

    private static final String PATH = "/organiser/translations";
    private static final int LISTED = 25;

    private final ExpoDirectory directory;
    private final PageTools tools;

    TranslationsPage(ExpoDirectory directory, PageTools tools) {
        this.directory = directory;
        this.tools = tools;
    }

    /**
     * What was written.
     *
     * @param texts new halves by {@code id/field}; blank ones are left alone
     */
    record Written(String kind, String language, Map<String, String> texts) {}

    Response show(Request request) {
        var language = language(request.query("language").orElse("en"));
        return page(request, language, kind(request, language), "");
    }

    private String kind(Request request, Language language) {
        return request.query("kind")
                .orElseGet(() -> directory.translations(language, "", 0).progress().stream()
                        .filter(each -> each.done() < each.all())
                        .findFirst()
                        .map(TranslationDesk.Progress::kind)
                        .orElse("organisation"));
    }

    private Response page(Request request, Language language, String kind, String fault) {
        var desk = directory.translations(language, kind, LISTED);
        return Response.page(
                tools.render(request, "translations", new TranslationSheet(desk, kind, request.query("done"), fault)));
    }

    List<Route> forms() {
        return List.of(Route.post(PATH)
                .needs(NEEDS)
                .takes(Written.class)
                .answers(303, Void.class)
                .handle(this::write));
    }

    private Response write(Request request) {
        var written = request.body(Written.class);
        var language = language(written.language());
        int saved = 0;
        for (var text : written.texts().entrySet()) {
            var at = text.getKey().lastIndexOf('/');
            if (at < 0 || text.getValue().isBlank()) {
                continue;
            }
            try {
                directory.translate(
                        written.kind(),
                        text.getKey().substring(0, at),
                        text.getKey().substring(at + 1),
                        language,
                        text.getValue().strip());
                saved++;
            } catch (Problem refused) {
                if (refused.status() != 422) {
                    throw refused;
                }
                return page(request, language, written.kind(), refused.detail());
            }
        }
        return ProfilePages.back(
                request,
                PATH + "?language=" + language.tag() + "&kind="
                        + java.net.URLEncoder.encode(written.kind(), java.nio.charset.StandardCharsets.UTF_8)
                        + "&done=" + saved);
    }

    private static Language language(String tag) {
        return tag.equals("zh") ? Language.ZH : Language.EN;
    }
}
