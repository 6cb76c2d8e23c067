package org.pavilion.plugin.insight;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Catalogue;
import org.pavilion.api.Cell;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.Journal;
import org.pavilion.api.Link;
import org.pavilion.api.Links;
import org.pavilion.api.Listing;
import org.pavilion.api.Mark;
import org.pavilion.api.Names;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Ref;
import org.pavilion.api.SearchDocument;
import org.pavilion.api.Sheet;
import org.pavilion.api.Shelf;
import org.pavilion.api.Text;
import org.pavilion.api.Visibility;

/** Published indices, rankings and assessments. */
record Indices(Shelf<Index> shelf, Links links, Names names) implements Catalogue<Index> {
    private static final Text EXTERNAL = new Text("外部榜单", "External ranking");
    private static final Text OWN = new Text("论坛发布", "Published at the forum");

    Indices(PluginContext context, Names names) {
        this(
                new Shelf<>(
                        "index",
                        "insight_index",
                        Index.class,
                        context.json(),
                        index -> new Shelf.Spine(
                                index.id(),
                                index.edition(),
                                index.isExternal() ? "external" : "own",
                                index.edition().replaceAll("\\D", ""),
                                index.name(),
                                false)),
                context.links(),
                names);
    }

    @Override
    public Listing.Tab list() {
        return new Listing.Tab(new Text("指数与榜单", "Insights"), "/insights", false);
    }

    @Override
    public String api() {
        return "/indices";
    }

    @Override
    public Text lede() {
        return new Text(
                "已发布的指数、榜单与评估，以及它们公开了多少方法。",
                "Published indices, rankings and assessments, and how much of their method is public.");
    }

    @Override
    public Text categories() {
        return new Text("来源", "Origin");
    }

    @Override
    public Text category(String code) {
        return code.equals("external") ? EXTERNAL : OWN;
    }

    @Override
    public DomainEvent changed(Index index) {
        return new IndexChanged(index.ref());
    }

    @Override
    public void link(Handle h, Journal journal, Index index) {
        index.allPublishers().stream()
                .filter(org -> org.startsWith("org-"))
                .forEach(org -> links.link(h, journal, index.ref(), new Ref("organisation", org), "published-by"));
        index.session()
                .ifPresent(session -> links.link(h, journal, index.ref(), new Ref("session", session), "released-at"));
    }

    @Override
    public Listing.Row row(Index index) {
        return new Listing.Row(
                index.ref(),
                index.name(),
                index.summary(),
                Optional.empty(),
                List.of(new Mark(index.isExternal() ? EXTERNAL : OWN, Mark.Tone.JADE), names.edition(index.edition())),
                false);
    }

    @Override
    public Sheet sheet(Index index, List<Link> related) {
        var facts = new ArrayList<Sheet.Fact>();
        if (!index.allPublishers().isEmpty()) {
            facts.add(new Sheet.Fact(new Text("发布方", "Publisher"), names.parties(index.allPublishers())));
        }
        number(facts, new Text("指标数", "Indicators"), index.indicatorCount());
        number(facts, new Text("入榜数", "Entries"), index.size());
        number(facts, new Text("连续居首（次）", "Times first in a row"), index.consecutiveFirst());
        number(facts, new Text("北京全球排名", "Beijing's rank worldwide"), result(index, "beijingGlobalRank"));
        number(facts, new Text("连续全国居首（年）", "Years first in China"), result(index, "chinaFirstYears"));
        open(facts, new Text("权重", "Weights"), index.weightsGiven());
        open(facts, new Text("指标名称", "Indicator names"), index.indicatorsNamed());
        open(facts, new Text("榜单条目", "List entries"), index.entriesGiven());
        var sections = new ArrayList<Sheet.Section>();
        section(sections, new Text("分组", "Groups"), index.groups().stream().map(Index.Dimension::text));
        section(
                sections,
                new Text("维度", "Dimensions"),
                index.dimensions().stream().map(Index.Dimension::text));
        section(
                sections,
                new Text("对标城市", "Benchmark cities"),
                index.benchmarkCities().stream().map(Text::same));
        return new Sheet(
                list(),
                index.isExternal() ? EXTERNAL : OWN,
                index.name(),
                index.summary(),
                row(index).marks(),
                facts,
                sections,
                related,
                index.source(),
                Optional.empty());
    }

    private static Optional<Integer> result(Index index, String name) {
        return Optional.ofNullable(index.result().get(name));
    }

    private static void number(List<Sheet.Fact> facts, Text label, Optional<Integer> value) {
        value.ifPresent(present -> facts.add(new Sheet.Fact(label, List.of(Cell.words(String.valueOf(present))))));
    }

    private static void open(List<Sheet.Fact> facts, Text label, Optional<Boolean> given) {
        given.ifPresent(present -> facts.add(new Sheet.Fact(
                label, List.of(Cell.words(present ? new Text("已公布", "Published") : new Text("资料未给出", "Not given"))))));
    }

    private static void section(List<Sheet.Section> sections, Text title, Stream<Text> words) {
        var entries = words.map(word -> new Sheet.Entry(Cell.words(word), Optional.empty(), List.<Mark>of()))
                .toList();
        if (!entries.isEmpty()) {
            sections.add(new Sheet.Section(title, entries));
        }
    }

    @Override
    public SearchDocument document(Index index, Instant changed) {
        return new SearchDocument(
                index.ref(),
                index.name(),
                index.summary(),
                Stream.concat(
                                Stream.concat(index.groups().stream(), index.dimensions().stream())
                                        .flatMap(each -> Stream.of(each.zh(), each.en())),
                                index.benchmarkCities().stream())
                        .collect(Collectors.toUnmodifiableSet()),
                Map.of(
                        "edition", List.of(index.edition()),
                        "org", names.spoken(index.allPublishers())),
                URI.create("/insights/" + index.id()),
                Visibility.PUBLIC,
                changed,
                List.of());
    }
}
