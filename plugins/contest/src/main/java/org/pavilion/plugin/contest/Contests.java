package org.pavilion.plugin.contest;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Catalogue;
import org.pavilion.api.Cell;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.Journal;
import org.pavilion.api.Language;
import org.pavilion.api.Link;
import org.pavilion.api.Links;
import org.pavilion.api.Listing;
import org.pavilion.api.Mark;
import org.pavilion.api.Names;
import org.pavilion.api.PartialDate;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Ref;
import org.pavilion.api.SearchDocument;
import org.pavilion.api.Sheet;
import org.pavilion.api.Shelf;
import org.pavilion.api.Text;
import org.pavilion.api.Visibility;

/** Contests with their stated size, dates and champion. */
record Contests(Shelf<Contest> shelf, Links links, Names names) implements Catalogue<Contest> {
    private static final String ONE = "contest";
    private static final String SERIES = "series";

    Contests(PluginContext context, Names names) {
        this(
                new Shelf<>(
                        "contest",
                        "contest_contest",
                        Contest.class,
                        context.json(),
                        contest -> new Shelf.Spine(
                                contest.id(),
                                contest.edition().orElse(""),
                                code(contest),
                                contest.latest(),
                                contest.name(),
                                contest.invented())),
                context.links(),
                names);
    }

    private static String code(Contest contest) {
        return contest.editionsHeld().isPresent() ? SERIES : ONE;
    }

    @Override
    public Listing.Tab list() {
        return new Listing.Tab(new Text("前沿大赛", "Contests"), "/contest", false);
    }

    @Override
    public Text lede() {
        return new Text(
                "面向前沿技术与青年创业的大赛：领域、赛道与冠军。",
                "Contests for frontier technology and young founders: fields, tracks and champions.");
    }

    @Override
    public Text categories() {
        return new Text("类型", "Type");
    }

    @Override
    public Text category(String code) {
        return code.equals(SERIES) ? new Text("系列", "Series") : new Text("大赛", "Contest");
    }

    @Override
    public DomainEvent changed(Contest contest) {
        return new ContestChanged(contest.ref());
    }

    @Override
    public void link(Handle h, Journal journal, Contest contest) {
        contest.champion()
                .ifPresent(org -> links.link(h, journal, contest.ref(), new Ref("organisation", org), "won-by"));
    }

    @Override
    public Listing.Row row(Contest contest) {
        var marks = new ArrayList<Mark>();
        marks.add(Mark.plain(category(code(contest))));
        contest.edition().map(names::edition).ifPresent(marks::add);
        return new Listing.Row(
                contest.ref(),
                contest.name(),
                contest.summary(),
                contest.finalDate().or(contest::launched).map(Contests::said),
                marks,
                contest.invented());
    }

    @Override
    public Sheet sheet(Contest contest, List<Link> related) {
        var facts = new ArrayList<Sheet.Fact>();
        one(facts, new Text("主题", "Theme"), contest.theme(), Cell::words);
        one(facts, new Text("启动", "Launched"), contest.launched().map(Contests::said), Cell::words);
        one(facts, new Text("决赛", "Final"), contest.finalDate().map(Contests::said), Cell::words);
        one(facts, new Text("领域数", "Fields"), contest.fields(), Contests::number);
        one(facts, new Text("赛道数", "Tracks"), contest.tracks(), Contests::number);
        one(facts, new Text("参赛项目", "Projects"), contest.projects(), Cell::figure);
        contest.champion()
                .ifPresent(org -> facts.add(new Sheet.Fact(new Text("冠军", "Champion"), names.parties(List.of(org)))));
        one(facts, new Text("始于", "Since"), contest.startedYear(), Contests::number);
        one(facts, new Text("已办届数", "Editions held"), contest.editionsHeld(), Contests::number);
        one(facts, new Text("预期成果类别", "Kinds of expected outcome"), contest.expectedOutcomes(), Contests::number);
        var sections = new ArrayList<Sheet.Section>();
        many(sections, new Text("资料点名的领域", "Fields the source names"), contest.namedFields());
        many(sections, new Text("赛后路径", "What follows the contest"), contest.pipeline());
        many(sections, new Text("配套服务", "Services"), contest.services());
        return new Sheet(
                list(),
                category(code(contest)),
                contest.name(),
                contest.summary(),
                row(contest).marks(),
                facts,
                sections,
                related,
                contest.source(),
                contest.invented()
                        ? Optional.of(new Text("演示数据：整个大赛为虚构。", "Demo data: the whole contest is invented."))
                        : Optional.empty());
    }

    private static <V> void one(List<Sheet.Fact> facts, Text label, Optional<V> value, Function<V, Cell> cell) {
        value.map(cell).ifPresent(shown -> facts.add(new Sheet.Fact(label, List.of(shown))));
    }

    private static void many(List<Sheet.Section> sections, Text title, List<String> entries) {
        if (!entries.isEmpty()) {
            // The source prints these in Chinese only; a Text without English says so to the page.
            sections.add(new Sheet.Section(
                    title,
                    entries.stream()
                            .map(entry -> new Sheet.Entry(Cell.words(new Text(entry, "")), Optional.empty(), List.of()))
                            .toList()));
        }
    }

    private static Cell number(int value) {
        return Cell.words(String.valueOf(value));
    }

    private static Text said(PartialDate date) {
        return new Text(date.in(Language.ZH), date.in(Language.EN));
    }

    @Override
    public SearchDocument document(Contest contest, Instant changed) {
        Map<String, List<String>> facets = new HashMap<>();
        contest.edition().ifPresent(edition -> facets.put("edition", List.of(edition)));
        contest.champion().ifPresent(org -> facets.put("org", names.spoken(List.of(org))));
        var body = contest.theme()
                .map(theme -> new Text(
                        contest.summary().zh() + "\n" + theme.zh(),
                        contest.summary().en() + "\n" + theme.en()))
                .orElse(contest.summary());
        return new SearchDocument(
                contest.ref(),
                contest.name(),
                body,
                new HashSet<>(contest.namedFields()),
                facets,
                URI.create("/contest/" + contest.id()),
                Visibility.PUBLIC,
                changed,
                List.of());
    }
}
