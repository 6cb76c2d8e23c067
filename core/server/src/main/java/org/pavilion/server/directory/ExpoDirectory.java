package org.pavilion.server.directory;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Claim;
import org.pavilion.api.Directory;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Edition;
import org.pavilion.api.Imports;
import org.pavilion.api.Journal;
import org.pavilion.api.Language;
import org.pavilion.api.Organisation;
import org.pavilion.api.Person;
import org.pavilion.api.Ref;
import org.pavilion.api.Route;
import org.pavilion.api.SearchSource;
import org.pavilion.api.Storage;
import org.pavilion.api.Text;
import org.pavilion.server.directory.Lines.BoardLine;
import org.pavilion.server.json.Json;
import org.pavilion.server.storage.EventGuard;

/** What all boards share: series, editions, organisations, people and published figures. */
public final class ExpoDirectory implements Directory {
    /** The kinds of {@link #importInto} in the order in which they must come. */
    public static final List<String> KINDS =
            List.of("source", "field", "board", "edition", "organisation", "person", "fact");

    private final Storage storage;
    private final Registers registers;
    private final Editions editions;
    private final Organisations organisations;
    private final People people;
    private final Claims claims;
    private final FrozenEditions frozen = new FrozenEditions();
    private final List<BiConsumer<String, Boolean>> freezes = new CopyOnWriteArrayList<>();
    private final EditionActs editionActs;
    private final Translations translations;
    private final OrganisationActs organisationActs;

    public ExpoDirectory(Storage storage, DomainEvents events) {
        var json = new Json();
        this.storage = storage;
        this.registers = new Registers(json);
        this.editions = new Editions(registers, json);
        this.organisations = new Organisations(json);
        this.people = new People(json);
        this.claims = new Claims(json);
        this.translations = new Translations(json, registers, editions, organisations, people);
        Change.publish(events);
        this.organisationActs = new OrganisationActs(storage, organisations, json);
        this.editionActs = new EditionActs(storage, editions, frozen, json);
        loadFrozen();
        events.on(Change.EDITION_FROZEN, Change.EditionFrozen.class, DomainEvents.each((ref, change) -> {
            loadFrozen();
            freezes.forEach(each -> each.accept(ref.id(), change.on()));
        }));
    }

    @Override
    public Edition current() {
        return storage.read(editions::current);
    }

    @Override
    public Optional<Edition> edition(String id) {
        return storage.read(handle -> editions.get(handle, id));
    }

    @Override
    public List<Edition> editions(String series) {
        return storage.read(handle -> editions.ofSeries(handle, series));
    }

    @Override
    public List<Edition> editions() {
        return storage.read(editions::all);
    }

    /** Refuses a write whose event names a frozen edition; the store asks for every event. */
    public EventGuard guard() {
        return frozen;
    }

    /** Has somebody told, after the fact and perhaps twice, which edition was frozen, or opened again. */
    public void whenFrozen(BiConsumer<String, Boolean> told) {
        freezes.add(told);
    }

    /** Whether nothing in the edition may change any more. */
    public boolean frozen(Handle handle, String edition) {
        return FrozenEditions.stored(handle, edition);
    }

    /** All editions as the organiser sees them. */
    public List<EditionState> editionStates() {
        return editionActs.states();
    }

    /** Every board that an edition may have. */
    public List<BoardName> boards() {
        return storage.read(handle -> registers.boards(handle).values().stream()
                .map(each -> new BoardName(each.id(), each.name()))
                .sorted(Comparator.comparing(BoardName::id))
                .toList());
    }

    /** A board by its name. */
    public record BoardName(String id, Text name) {}

    public void createEdition(String id, EditionDraft draft) {
        editionActs.create(id, draft);
    }

    /** Changes an edition; the answer takes it back by {@link #undoEdition}. */
    public String editEdition(String id, long version, EditionDraft draft, Ref by) {
        return editionActs.edit(id, version, draft, by);
    }

    /** A new edition like another one, without anything about anybody in it. */
    public void cloneEdition(String from, String id, Text name, int year) {
        editionActs.copy(from, id, name, year);
    }

    /** From now on a write that names this edition is refused with {@code edition.frozen}. */
    public void freezeEdition(String id, boolean on) {
        if (on) {
            editionActs.freeze(id);
        } else {
            editionActs.thaw(id);
        }
    }

    /** Picks the edition that is shown when a visitor chose none. */
    public void chooseEdition(String id, boolean on) {
        if (on) {
            editionActs.choose(id);
        } else {
            editionActs.unchoose(id);
        }
    }

    public void undoEdition(String undo) {
        editionActs.undo(undo);
    }

    /** How far the directory exists in the language, and the first texts of a kind that lack it. */
    public TranslationDesk translations(Language language, String kind, int most) {
        return storage.read(handle -> translations.desk(handle, language, kind, most));
    }

    /** Writes one text's half in the language; a name that another one bears is refused. */
    public void translate(String kind, String id, String field, Language language, String text) {
        storage.write((handle, journal) -> {
            translations.translate(handle, journal, kind, id, field, language, text);
            return id;
        });
    }

    /** The boards that these plugins run, by id. */
    public List<String> boardsOf(Collection<String> plugins) {
        return storage.read(registers::boards).values().stream()
                .filter(line -> line.plugin().filter(plugins::contains).isPresent())
                .map(BoardLine::id)
                .sorted()
                .toList();
    }

    /** The editions that take place inside this one. */
    public List<Edition> hosted(String edition) {
        return editions().stream()
                .filter(each -> each.hostedWithin().equals(Optional.of(edition)))
                .toList();
    }

    @Override
    public Optional<Organisation> organisation(String id) {
        return storage.read(handle -> organisations.get(handle, id));
    }

    @Override
    public List<Organisation> organisations(List<String> ids) {
        return storage.read(handle -> organisations.get(handle, ids));
    }

    /** A page of organisations in a stable order: real ones first, then by id. */
    public OrganisationPage organisations(OrganisationQuery query) {
        return storage.read(handle -> organisations.page(handle, query));
    }

    /** Version of an organisation's record, to change it by. */
    public long organisationVersion(String id) {
        return organisationActs.version(id);
    }

    /** Changes names and summary; the answer takes it back by {@link #undoOrganisation}. */
    public String editOrganisation(String id, long version, OrganisationDraft draft, Ref by) {
        return organisationActs.edit(id, version, draft, by);
    }

    /** What {@link #mergeOrganisations} would move. */
    public OrganisationMerge mergePreview(String keep, String gone) {
        return organisationActs.preview(keep, gone);
    }

    /** Has one record answer for another one; the answer takes it back by {@link #undoOrganisation}. */
    public String mergeOrganisations(String keep, String gone, Ref by) {
        return organisationActs.merge(keep, gone, by);
    }

    /** What answers for each of these objects: itself, or the organisation it was merged into. */
    public Map<Ref, Ref> remaining(Collection<Ref> refs) {
        var ids = refs.stream().filter(ExpoDirectory::organisation).map(Ref::id).toList();
        var targets = storage.read(handle -> Organisations.targets(handle, ids));
        return refs.stream()
                .distinct()
                .collect(Collectors.toMap(
                        ref -> ref,
                        ref -> organisation(ref)
                                ? new Ref(ref.type(), targets.getOrDefault(ref.id(), ref.id()))
                                : ref));
    }

    /** All references that mean this object: its own, and those of records that were merged into it. */
    public Set<Ref> same(Ref ref) {
        if (!organisation(ref)) {
            return Set.of(ref);
        }
        var all = new LinkedHashSet<Ref>(Set.of(ref));
        storage.read(handle -> Organisations.answeredBy(handle, ref.id()))
                .forEach(id -> all.add(new Ref(ref.type(), id)));
        return all;
    }

    private static boolean organisation(Ref ref) {
        return ref.type().equals("organisation");
    }

    public void undoOrganisation(String undo) {
        organisationActs.undo(undo);
    }

    /** The organisation that bears a name, in either language or as an alias. */
    public Optional<Organisation> organisationCalled(String name) {
        return storage.read(handle -> organisations.called(handle, name));
    }

    @Override
    public Optional<Person> person(String id) {
        return storage.read(handle -> people.get(handle, id));
    }

    @Override
    public List<Person> people(List<String> ids) {
        return storage.read(handle -> people.get(handle, ids));
    }

    /** The ids of the editions that a person took part in. */
    public List<String> editionsOf(String person) {
        return storage.read(handle -> people.editions(handle, person));
    }

    @Override
    public void tookPart(Handle handle, Journal journal, String person, String edition) {
        people.tookPart(handle, journal, person, edition);
    }

    @Override
    public List<Field> fields() {
        return storage.read(registers::fields);
    }

    @Override
    public Optional<Text> source(String file) {
        return storage.read(handle -> registers.source(handle, file));
    }

    private void loadFrozen() {
        storage.read(handle -> {
            frozen.load(handle);
            return true;
        });
    }

    Map<String, Text> labels() {
        return storage.read(registers::labels);
    }

    @Override
    public List<Claim> claims(Ref subject) {
        return storage.read(handle -> claims.about(handle, subject));
    }

    @Override
    public void claim(Handle handle, Journal journal, Claim claim) {
        claims.put(handle, journal, claim);
    }

    public Optional<Claim> fact(String id) {
        return storage.read(handle -> claims.get(handle, id));
    }

    /** The figures of an edition, in the order they came in. */
    public List<Claim> facts(String edition) {
        return storage.read(handle -> claims.ofEdition(handle, edition));
    }

    /** Other claims about the same metric of the same subject: shown side by side, never merged. */
    public List<Claim> rivals(Claim claim) {
        return storage.read(handle -> claims.rivals(handle, claim));
    }

    /** Claims about the same metric in other editions, to set beside this one. */
    public List<Claim> elsewhere(Claim claim) {
        return storage.read(handle -> claims.elsewhere(handle, claim));
    }

    /**
     * Lays the synthetic edition "Demo days" and its speakers around the day, once; later calls change nothing. The
     * event {@code directory.demo-laid.v1} tells plugins to lay their own demo records.
     */
    public void layDemoDays(Instant now) {
        if (edition(DemoDays.ID).isPresent()) {
            return;
        }
        storage.write((handle, journal) -> {
            var day = DemoDays.day(now);
            editions.put(handle, journal, DemoDays.around(day));
            DemoPeople.all().forEach(person -> people.put(handle, journal, person));
            return journal.append(new Change.DemoLaid(DemoDays.REF, day, now, DemoDays.SEED));
        });
    }

    /** Offers the importers of {@link #KINDS}. */
    public void importInto(Imports imports) {
        imports.accept("source", Lines.SourceLine.class, registers::put)
                .accept("field", Lines.FieldLine.class, registers::put)
                .accept("board", Lines.BoardLine.class, registers::put)
                .accept("edition", Lines.EditionLine.class, editions::put)
                .accept("organisation", Lines.OrganisationLine.class, organisations::put)
                .accept("person", Lines.PersonLine.class, people::put)
                .accept("fact", Lines.FactLine.class, claims::put);
    }

    /** Sources by type: edition, organisation, person, fact. */
    public Map<String, SearchSource> searchSources() {
        return new Documents(editions, organisations, people, claims).sources();
    }

    /** Routes below {@code /api}. */
    public List<Route> routes() {
        return new DirectoryRoutes(this).routes();
    }
}
