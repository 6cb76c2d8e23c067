package org.pavilion.plugin.policy;

import java.math.BigDecimal;
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
import org.pavilion.api.Language;
import org.pavilion.api.Link;
import org.pavilion.api.Links;
import org.pavilion.api.Listing;
import org.pavilion.api.Mark;
import org.pavilion.api.Names;
import org.pavilion.api.PartialDate;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Quantity;
import org.pavilion.api.Ref;
import org.pavilion.api.SearchDocument;
import org.pavilion.api.Sheet;
import org.pavilion.api.Shelf;
import org.pavilion.api.Text;
import org.pavilion.api.Visibility;

/** Policy documents with their measures and computable rules. */
record Policies(Shelf<Policy> shelf, Links links, Names names) implements Catalogue<Policy> {

    Policies(PluginContext context, Names names) {
        this(
                new Shelf<>(
                        "policy",
                        "policy_document",
                        Policy.class,
                        context.json(),
                        policy -> new Shelf.Spine(
                                policy.id(),
                                policy.edition(),
                                policy.status(),
                                policy.publishedOn()
                                        .map(PartialDate::text)
                                        .orElse(String.valueOf(policy.effectiveYear())),
                                policy.name(),
                                false)),
                context.links(),
                names);
    }

    @Override
    public Listing.Tab list() {
        return PolicyPlugin.POLICIES;
    }

    @Override
    public List<Listing.Tab> tabs() {
        return PolicyPlugin.TABS;
    }

    @Override
    public String api() {
        return "/policies";
    }

    @Override
    public Text lede() {
        return new Text("历届论坛发布、审议和试点的政策。", "Policies released, approved or piloted at the forum.");
    }

    @Override
    public Text categories() {
        return new Text("状态", "Status");
    }

    @Override
    public Text category(String code) {
        return Terms.of(code);
    }

    @Override
    public DomainEvent changed(Policy policy) {
        return new PolicyChanged(policy.ref());
    }

    @Override
    public void link(Handle h, Journal journal, Policy policy) {
        policy.issuer()
                .ifPresent(org -> links.link(h, journal, policy.ref(), new Ref("organisation", org), "issued-by"));
    }

    @Override
    public Listing.Row row(Policy policy) {
        return new Listing.Row(
                policy.ref(),
                policy.name(),
                policy.summary(),
                Optional.of(Text.same(String.valueOf(policy.effectiveYear()))),
                marks(policy),
                false);
    }

    private List<Mark> marks(Policy policy) {
        var marks = new ArrayList<Mark>();
        marks.add(new Mark(Terms.of(policy.status()), Mark.Tone.JADE));
        if (!policy.rules().isEmpty()) {
            marks.add(new Mark(new Text("可计算", "Computable"), Mark.Tone.GOLD));
        }
        marks.add(names.edition(policy.edition()));
        return marks;
    }

    @Override
    public Sheet sheet(Policy policy, List<Link> related) {
        return new Sheet(
                list(),
                Terms.of(policy.status()),
                policy.name(),
                policy.summary(),
                marks(policy),
                facts(policy),
                sections(policy),
                related,
                policy.source(),
                Optional.empty());
    }

    private List<Sheet.Fact> facts(Policy policy) {
        var facts = new ArrayList<Sheet.Fact>();
        policy.publishedOn()
                .ifPresent(date -> facts.add(new Sheet.Fact(
                        new Text("发布", "Published"),
                        List.of(Cell.words(new Text(date.in(Language.ZH), date.in(Language.EN)))))));
        policy.issuer()
                .ifPresent(org -> facts.add(new Sheet.Fact(new Text("发布单位", "Issuer"), names.parties(List.of(org)))));
        count(facts, new Text("条数", "Measures"), policy.measureCount());
        count(facts, new Text("部分", "Parts"), policy.partCount());
        count(facts, new Text("领域", "Areas"), policy.areaCount());
        count(facts, new Text("阶段", "Stages"), policy.stages());
        count(facts, new Text("任务", "Tasks"), policy.tasks());
        count(facts, new Text("场景数", "Scenarios"), policy.scenarioCount());
        policy.totalInvestment()
                .ifPresent(amount -> facts.add(new Sheet.Fact(
                        new Text("总投资", "Total investment"),
                        List.of(Cell.figure(new Quantity(amount.value(), amount.currency(), amount.qualifier()))))));
        policy.note().ifPresent(note -> facts.add(new Sheet.Fact(new Text("说明", "Note"), List.of(Cell.words(note)))));
        return facts;
    }

    private static void count(List<Sheet.Fact> facts, Text label, Optional<Integer> count) {
        count.ifPresent(value -> facts.add(new Sheet.Fact(label, List.of(Cell.words(String.valueOf(value))))));
    }

    private static List<Sheet.Section> sections(Policy policy) {
        var sections = new ArrayList<Sheet.Section>();
        if (!policy.measures().isEmpty()) {
            sections.add(new Sheet.Section(
                    new Text("措施", "Measures"),
                    policy.measures().stream()
                            .map(measure -> entry(
                                    new Text(measure.n() + ". " + measure.zh(), measure.n() + ". " + measure.en())))
                            .toList()));
        }
        if (!policy.rules().isEmpty()) {
            sections.add(new Sheet.Section(
                    new Text("可计算的支持", "Computable support"),
                    policy.rules().stream().map(Policies::rule).toList()));
        }
        words(sections, new Text("方面", "Groups"), policy.groups());
        words(sections, new Text("机制", "Mechanisms"), policy.mechanisms());
        words(
                sections,
                policy.instrumentLinkInferred().orElse(false)
                        ? new Text("做法（对应关系为推定）", "Instruments (the link is inferred)")
                        : new Text("做法", "Instruments"),
                policy.instruments());
        return sections;
    }

    private static void words(List<Sheet.Section> sections, Text title, List<String> words) {
        if (!words.isEmpty()) {
            sections.add(new Sheet.Section(
                    title, words.stream().map(word -> entry(Text.same(word))).toList()));
        }
    }

    private static Sheet.Entry entry(Text text) {
        return new Sheet.Entry(Cell.words(text), Optional.empty(), List.of());
    }

    private static Sheet.Entry rule(Policy.Rule rule) {
        var marks = rule.caps().stream()
                .map(cap -> new BigDecimal(cap.amount()))
                .map(amount ->
                        Mark.plain(new Text("最高 %,.0f 元".formatted(amount), "up to CNY %,.0f".formatted(amount))))
                .toList();
        return new Sheet.Entry(Cell.words(formula(rule)), rule.note(), marks);
    }

    private static Text formula(Policy.Rule rule) {
        var type = Terms.of(rule.type());
        if (rule.rate().isEmpty()) {
            return type;
        }
        var percent = new BigDecimal(rule.rate().get())
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString() + "%";
        boolean upTo = rule.rateQualifier().filter("upTo"::equals).isPresent();
        return new Text(
                (upTo ? "最高 " : "") + percent + " · " + type.zh(),
                (upTo ? "up to " : "") + percent + " · " + type.en());
    }

    @Override
    public SearchDocument document(Policy policy, Instant changed) {
        return new SearchDocument(
                policy.ref(),
                policy.name(),
                body(policy),
                Stream.concat(policy.mechanisms().stream(), policy.groups().stream())
                        .collect(Collectors.toUnmodifiableSet()),
                Map.of(
                        "edition", List.of(policy.edition()),
                        "status", List.of(policy.status()),
                        "org", names.spoken(policy.issuer().map(List::of).orElse(List.of()))),
                URI.create("/policy/" + policy.id()),
                Visibility.PUBLIC,
                changed,
                List.of());
    }

    private static Text body(Policy policy) {
        var zh = new StringBuilder(policy.summary().zh());
        var en = new StringBuilder(policy.summary().en());
        policy.measures().forEach(measure -> {
            zh.append(' ').append(measure.zh());
            en.append(' ').append(measure.en());
        });
        policy.rules().stream().flatMap(rule -> rule.note().stream()).forEach(note -> {
            zh.append(' ').append(note.zh());
            en.append(' ').append(note.en());
        });
        return new Text(zh.toString(), en.toString());
    }
}
