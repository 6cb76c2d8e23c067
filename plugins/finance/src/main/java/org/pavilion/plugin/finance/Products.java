package org.pavilion.plugin.finance;

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

/** Finance products and platforms for technology firms. */
record Products(Shelf<Product> shelf, Links links, Names names) implements Catalogue<Product> {

    Products(PluginContext context, Names names) {
        this(
                new Shelf<>(
                        "finance",
                        "finance_product",
                        Product.class,
                        context.json(),
                        product -> new Shelf.Spine(
                                product.id(),
                                product.edition(),
                                "product",
                                product.edition().replaceAll("\\D", ""),
                                product.name(),
                                false)),
                context.links(),
                names);
    }

    @Override
    public Listing.Tab list() {
        return new Listing.Tab(new Text("科技金融", "Finance"), "/finance", false);
    }

    @Override
    public String api() {
        return "/products";
    }

    @Override
    public Text lede() {
        return new Text("面向科技企业的信贷、质押、担保与基金。", "Credit, pledges, guarantees and funds for technology firms.");
    }

    @Override
    public Text categories() {
        return new Text("类型", "Type");
    }

    @Override
    public Text category(String code) {
        return new Text("产品", "Product");
    }

    @Override
    public DomainEvent changed(Product product) {
        return new ProductChanged(product.ref());
    }

    @Override
    public void link(Handle h, Journal journal, Product product) {
        product.provider()
                .ifPresent(org -> links.link(h, journal, product.ref(), new Ref("organisation", org), "provided-by"));
    }

    @Override
    public Listing.Row row(Product product) {
        return new Listing.Row(
                product.ref(),
                product.name(),
                product.summary(),
                Optional.empty(),
                List.of(names.edition(product.edition())),
                false);
    }

    @Override
    public Sheet sheet(Product product, List<Link> related) {
        var facts = new ArrayList<Sheet.Fact>();
        product.provider()
                .ifPresent(org -> facts.add(new Sheet.Fact(new Text("提供方", "Provider"), names.parties(List.of(org)))));
        product.providerInferred()
                .ifPresent(how -> facts.add(new Sheet.Fact(
                        new Text("提供方依据", "Basis of the provider"),
                        List.of(Cell.words(new Text("由资料的排列次序推定", "Inferred from the order of listing"))))));
        product.maxLoan()
                .ifPresent(amount -> facts.add(new Sheet.Fact(
                        new Text("单笔最高", "Largest loan"),
                        List.of(Cell.words(new Text(
                                "%,.0f 元".formatted(new BigDecimal(amount)),
                                "CNY %,.0f".formatted(new BigDecimal(amount))))))));
        product.rateRule()
                .ifPresent(rule -> facts.add(
                        new Sheet.Fact(new Text("利率", "Rate"), List.of(Cell.words(new Text("不高于该行小微贷款平均利率", rule))))));
        var sections = new ArrayList<Sheet.Section>();
        section(sections, new Text("四个特征", "Four traits"), product.traits4());
        section(sections, new Text("五个特点", "Five features"), product.traits5());
        section(sections, new Text("用款方式", "Terms"), product.termFeatures());
        return new Sheet(
                list(),
                list().label(),
                product.name(),
                product.summary(),
                marks(product),
                facts,
                sections,
                related,
                product.source(),
                Optional.empty());
    }

    private List<Mark> marks(Product product) {
        return Stream.concat(
                        Stream.of(names.edition(product.edition())),
                        product.providerInferred().stream()
                                .map(how -> new Mark(new Text("提供方为推定", "Provider inferred"), Mark.Tone.GOLD)))
                .toList();
    }

    private static void section(List<Sheet.Section> sections, Text title, List<String> words) {
        if (!words.isEmpty()) {
            sections.add(new Sheet.Section(
                    title,
                    words.stream()
                            .map(word -> new Sheet.Entry(Cell.words(word), Optional.empty(), List.of()))
                            .toList()));
        }
    }

    @Override
    public SearchDocument document(Product product, Instant changed) {
        return new SearchDocument(
                product.ref(),
                product.name(),
                product.summary(),
                Stream.of(product.traits4(), product.traits5(), product.termFeatures())
                        .flatMap(List::stream)
                        .collect(Collectors.toUnmodifiableSet()),
                Map.of(
                        "edition", List.of(product.edition()),
                        "org", names.spoken(product.provider().map(List::of).orElse(List.of()))),
                URI.create("/finance/" + product.id()),
                Visibility.PUBLIC,
                changed,
                List.of());
    }
}
