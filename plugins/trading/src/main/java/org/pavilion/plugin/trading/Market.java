package org.pavilion.plugin.trading;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Directory;
import org.pavilion.api.Edition;
import org.pavilion.api.Names;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Problem;
import org.pavilion.api.Text;

/** What pages and JSON API both ask of the board: lists, records, matches and figures. */
final class Market {
    private static final Text EDITION = new Text("届次", "Edition");
    private static final Text FIELD = new Text("领域", "Field");

    private final Directory directory;
    private final Names names;
    private final Stock<Offer> offers;
    private final Stock<Demand> demands;
    private final Stock<Deal> deals;
    private final Stock<Agency> agencies;
    private final AtomicReference<@Nullable Ready> ready = new AtomicReference<>();

    private record Ready(String stamp, List<Directory.Field> fields, Matcher matcher) {}

    Market(PluginContext context, Shelves shelves) {
        var storage = context.storage();
        this.directory = context.directory();
        this.names = new Names(directory);
        this.offers = new Stock<>(storage, shelves.offers(), Offer::id);
        this.demands = new Stock<>(storage, shelves.demands(), Demand::id);
        this.deals = new Stock<>(storage, shelves.deals(), Deal::id);
        this.agencies = new Stock<>(storage, shelves.agencies(), Agency::id);
    }

    Stock<Offer> offers() {
        return offers;
    }

    Stock<Demand> demands() {
        return demands;
    }

    Stock<Deal> deals() {
        return deals;
    }

    Stock<Agency> agencies() {
        return agencies;
    }

    Offer offer(String id) {
        return offers.find(id).orElseThrow(() -> Problem.notFound("offer " + id));
    }

    Demand demand(String id) {
        return demands.find(id).orElseThrow(() -> Problem.notFound("demand " + id));
    }

    Deal deal(String id) {
        return deals.find(id).orElseThrow(() -> Problem.notFound("deal " + id));
    }

    Agency agency(String id) {
        return agencies.find(id).orElseThrow(() -> Problem.notFound("agency " + id));
    }

    Parts parts() {
        return new Parts(deals.all());
    }

    DealBook book() {
        return new DealBook(deals.all(), id -> names.edition(id).text());
    }

    DealFigures.Scope scope(Optional<String> edition, boolean hosted) {
        var editions = edition.map(id -> hosted ? directory.withHosted(id) : Set.of(id))
                .orElse(Set.of());
        return new DealFigures.Scope(edition, hosted, editions.stream().sorted().toList());
    }

    /** Made anew only when offers or fields changed. */
    Matcher matcher() {
        var stamp = offers.stamp();
        var fields = directory.fields();
        var known = ready.get();
        if (known == null || !known.stamp().equals(stamp) || !known.fields().equals(fields)) {
            known = new Ready(stamp, fields, new Matcher(offers.all(), fields));
            ready.set(known);
        }
        return known.matcher();
    }

    List<FieldGuess> fieldsOf(Demand demand) {
        return FieldGuess.of(demand, directory.fields());
    }

    Finder<Offer> offerFinder() {
        return new Finder<>(
                List.of(
                        new Aspect<>("field", FIELD, Offer::fields, names::field, List.of()),
                        new Aspect<>(
                                "trl",
                                new Text("成熟度", "Readiness"),
                                offer -> List.of(Band.of(offer.trl())),
                                Band::title,
                                Band.ALL),
                        new Aspect<>(
                                "price",
                                new Text("价格形式", "Price form"),
                                offer -> List.of(offer.priceMode()),
                                Terms::of,
                                List.of()),
                        new Aspect<>("wanted", new Text("寻求", "Sought"), Offer::wanted, Terms::of, List.of()),
                        edition(Offer::edition)),
                Offer::id,
                offer -> List.of(offer.name(), offer.summary()),
                Map.of(
                        "trl",
                        Comparator.comparing(Offer::trl, Comparator.reverseOrder())
                                .thenComparing(Offer::id),
                        "name",
                        byName(Offer::name, Offer::id)));
    }

    Finder<Demand> demandFinder() {
        return new Finder<>(
                List.of(
                        new Aspect<>(
                                "type",
                                new Text("需求类型", "Type"),
                                demand -> List.of(demand.demandType()),
                                Terms::of,
                                List.of()),
                        new Aspect<>(
                                "field",
                                FIELD,
                                demand -> fieldsOf(demand).stream()
                                        .map(FieldGuess::field)
                                        .toList(),
                                names::field,
                                List.of()),
                        edition(Demand::edition)),
                Demand::id,
                demand -> Stream.concat(
                                Stream.of(demand.name(), demand.summary()),
                                demand.tags().stream().map(Text::same))
                        .toList(),
                Map.of(
                        "budget",
                        Comparator.comparing((Demand demand) ->
                                        demand.budget().map(Demand.Budget::max).orElse(-1L))
                                .reversed()
                                .thenComparing(Demand::id),
                        "name",
                        byName(Demand::name, Demand::id)));
    }

    Finder<Deal> dealFinder(boolean hosted) {
        return new Finder<>(
                List.of(
                        new Aspect<>(
                                "type",
                                new Text("交易类型", "Type of deal"),
                                deal -> List.of(deal.dealType()),
                                code -> DealType.find(code).map(DealType::title).orElseGet(() -> Text.same(code)),
                                Stream.of(DealType.values()).map(DealType::code).toList()),
                        new Aspect<>(
                                "amount",
                                new Text("金额", "Amount"),
                                deal -> List.of(deal.amount().isPresent() ? "published" : "unpublished"),
                                Terms::of,
                                List.of("published", "unpublished")),
                        hosted
                                ? edition(Deal::edition)
                                : new Aspect<>(
                                        "edition",
                                        EDITION,
                                        deal -> List.of(deal.edition()),
                                        id -> names.edition(id).text(),
                                        editions())),
                Deal::id,
                deal -> List.of(deal.name(), deal.summary()),
                Map.of("name", byName(Deal::name, Deal::id)));
    }

    Finder<Agency> agencyFinder() {
        return new Finder<>(
                List.of(
                        new Aspect<>(
                                "type",
                                new Text("机构类型", "Type of agency"),
                                agency -> List.of(agency.networks() ? "network" : "agency"),
                                Terms::of,
                                List.of("agency", "network")),
                        new Aspect<>(
                                "specialty",
                                new Text("专长", "Speciality"),
                                agency -> Stream.concat(agency.specialty().stream(), agency.groups().stream())
                                        .toList(),
                                Terms::of,
                                List.of())),
                Agency::id,
                agency -> List.of(agency.name(), agency.summary()),
                Map.of("name", byName(Agency::name, Agency::id)));
    }

    /** A record counts for its edition and for the one that hosts it. */
    private <T> Aspect<T> edition(Function<T, String> edition) {
        return new Aspect<>(
                "edition",
                EDITION,
                record -> Stream.concat(
                                Stream.of(edition.apply(record)),
                                directory.edition(edition.apply(record)).flatMap(Edition::hostedWithin).stream())
                        .toList(),
                id -> names.edition(id).text(),
                editions());
    }

    private List<String> editions() {
        return directory.editions().stream().map(Edition::id).toList();
    }

    private static <T> Comparator<T> byName(Function<T, Text> name, Function<T, String> id) {
        return Comparator.comparing((T record) -> name.apply(record).en(), String.CASE_INSENSITIVE_ORDER)
                .thenComparing(id);
    }
}
