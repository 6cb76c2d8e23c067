package org.pavilion.server.directory;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Claim;
import org.pavilion.api.Edition;
import org.pavilion.api.Organisation;
import org.pavilion.api.Person;
import org.pavilion.api.Ref;
import org.pavilion.api.SearchDocument;
import org.pavilion.api.SearchSource;
import org.pavilion.api.Text;
import org.pavilion.api.Visibility;

/** What search knows of the directory's records. */
final class Documents {
    private final Editions editions;
    private final Organisations organisations;
    private final People people;
    private final Claims claims;

    Documents(Editions editions, Organisations organisations, People people, Claims claims) {
        this.editions = editions;
        this.organisations = organisations;
        this.people = people;
        this.claims = claims;
    }

    Map<String, SearchSource> sources() {
        return Map.of(
                "edition",
                        source(
                                "directory_edition",
                                (h, id) -> editions.get(h, id).map(each -> edition(h, each))),
                "organisation",
                        source(
                                "directory_organisation",
                                (h, id) -> organisations.own(h, id).map(each -> organisation(h, each))),
                "person",
                        source(
                                "directory_person",
                                (h, id) ->
                                        people.get(h, id).filter(Person::listed).map(each -> person(h, each))),
                "fact", source("directory_claim", (h, id) -> claims.get(h, id).map(each -> fact(h, each))));
    }

    private static SearchSource source(String table, BiFunction<Handle, String, Optional<SearchDocument>> document) {
        return new SearchSource() {
            @Override
            public Stream<String> ids(Handle handle) {
                return handle.createQuery("select id from " + table + " order by id").mapTo(String.class).stream();
            }

            @Override
            public Optional<SearchDocument> document(Handle handle, String id) {
                return document.apply(handle, id);
            }
        };
    }

    private SearchDocument edition(Handle handle, Edition edition) {
        var body = new ArrayList<Text>();
        body.add(edition.summary());
        edition.theme().ifPresent(body::add);
        edition.boards().forEach(board -> body.add(board.name()));
        body.add(Text.same(String.valueOf(edition.year())));
        return document(
                handle,
                "directory_edition",
                new Ref("edition", edition.id()),
                edition.name(),
                body,
                Set.of(),
                Map.of("edition", List.of(edition.id())),
                "/?edition=" + edition.id());
    }

    private SearchDocument organisation(Handle handle, Organisation each) {
        var body = new ArrayList<Text>();
        body.add(each.summary());
        body.addAll(each.aliases());
        return document(
                handle,
                "directory_organisation",
                new Ref("organisation", each.id()),
                each.name(),
                body,
                new HashSet<>(each.roles()),
                Map.of("edition", each.editions()),
                "/organisation/" + each.id());
    }

    private SearchDocument person(Handle handle, Person each) {
        return document(
                handle,
                "directory_person",
                new Ref("person", each.id()),
                each.name(),
                Stream.of(each.role(), each.summary()).distinct().toList(),
                Set.of(),
                Map.of("edition", people.editions(handle, each.id())),
                "/person/" + each.id());
    }

    private SearchDocument fact(Handle handle, Claim each) {
        var body = new ArrayList<Text>();
        body.add(each.summary());
        body.add(Text.same(
                each.quantity().value().toPlainString() + " " + each.quantity().unit()));
        editions.line(handle, each.edition()).ifPresent(edition -> body.add(edition.name()));
        each.doubt().ifPresent(body::add);
        return document(
                handle,
                "directory_claim",
                new Ref("fact", each.id()),
                each.name(),
                body,
                Set.of(),
                Map.of("edition", List.of(each.edition())),
                "/facts/" + each.id());
    }

    private static SearchDocument document(
            Handle handle,
            String table,
            Ref ref,
            Text title,
            List<Text> body,
            Set<String> tags,
            Map<String, List<String>> facets,
            String link) {
        long changed = handle.createQuery("select changed_at from " + table + " where id = ?")
                .bind(0, ref.id())
                .mapTo(Long.class)
                .one();
        return new SearchDocument(
                ref,
                title,
                new Text(
                        body.stream().map(Text::zh).collect(Collectors.joining("\n")),
                        body.stream().map(Text::en).collect(Collectors.joining("\n"))),
                tags,
                facets.entrySet().stream()
                        .filter(facet -> !facet.getValue().isEmpty())
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)),
                URI.create(link),
                Visibility.PUBLIC,
                Instant.ofEpochMilli(changed),
                List.of());
    }
}
