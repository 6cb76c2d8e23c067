package org.pavilion.server.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.pavilion.api.Directory;
import org.pavilion.api.Edition;
import org.pavilion.api.Html;
import org.pavilion.api.Language;
import org.pavilion.api.Money;
import org.pavilion.api.Quantity;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Source;
import org.pavilion.api.Text;
import org.pavilion.api.View;

/** The view of one rendering: belongs to one request and one template. */
final class PageView implements View {
    private static final DateTimeFormatter ZH =
            DateTimeFormatter.ofPattern("y年M月d日 HH:mm", Figures.locale(Language.ZH));
    private static final DateTimeFormatter EN =
            DateTimeFormatter.ofPattern("d MMM y, HH:mm", Figures.locale(Language.EN));

    private final Request request;
    private final Words words;
    private final Directory directory;
    private final Function<Ref, String> paths;
    private final String assets;
    private final BiFunction<Ref, List<String>, Html> next;
    private final Optional<String> chosen;
    private String title = "";
    private String description = "";

    PageView(
            Request request,
            Words words,
            Directory directory,
            Function<Ref, String> paths,
            String assets,
            BiFunction<Ref, List<String>, Html> next) {
        this.request = request;
        this.words = words;
        this.directory = directory;
        this.paths = paths;
        this.assets = assets;
        this.next = next;
        this.chosen = request.query("edition");
    }

    /** Messages by key, of the house or of a plugin. */
    @FunctionalInterface
    interface Words {
        String text(Language language, String key, Object... args);
    }

    @Override
    public Language lang() {
        return request.language();
    }

    @Override
    public Edition edition() {
        return request.edition();
    }

    @Override
    public String t(String key, Object... args) {
        return words.text(lang(), key, args);
    }

    @Override
    public String text(Text text) {
        return text.in(lang());
    }

    @Override
    public String langOf(Text text) {
        return (text.has(lang()) ? lang() : lang().other()).tag();
    }

    @Override
    public String url(Ref ref) {
        return url(paths.apply(ref));
    }

    @Override
    public String url(String path) {
        return SitePaths.of(path, lang(), chosen);
    }

    @Override
    public String asset(String file) {
        return assets + file;
    }

    @Override
    public String money(Money money) {
        return Figures.money(money, lang());
    }

    @Override
    public String quantity(Quantity quantity) {
        return Figures.quantity(quantity, lang());
    }

    @Override
    public String number(long value) {
        return Figures.number(BigDecimal.valueOf(value), lang());
    }

    @Override
    public String time(Instant at) {
        return (lang() == Language.ZH ? ZH : EN)
                .format(at.atZone(ZoneId.of(edition().zone())));
    }

    @Override
    public String source(Source source) {
        var label = directory.source(source.file()).map(this::text).orElse(lang() == Language.ZH ? "来源资料" : "Source");
        return source.year() == 0 ? label : label + (lang() == Language.ZH ? "，" : ", ") + source.year();
    }

    @Override
    public String next(Ref subject, String... shown) {
        return next.apply(subject, List.of(shown)).body();
    }

    @Override
    public void head(String newTitle, String newDescription) {
        this.title = newTitle;
        this.description = newDescription;
    }

    @Override
    public String place(Html fragment) {
        return fragment.body();
    }

    Html html(String body) {
        return new Html(title, description, body);
    }
}
