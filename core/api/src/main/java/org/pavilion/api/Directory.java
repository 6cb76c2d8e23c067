package org.pavilion.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Editions, organisations, people and published figures that all boards share. Reads are snapshots. */
@Stable
public interface Directory {

    /** The edition the house shows when none is chosen: the open one, else the newest held. */
    Edition current();

    Optional<Edition> edition(String id);

    /** The editions of a series, newest first. */
    List<Edition> editions(String series);

    /** All editions, newest first; hosted ones after their host. */
    List<Edition> editions();

    /** The edition and those it hosts: what a list of "this year's" records covers. */
    default Set<String> withHosted(String edition) {
        return Stream.concat(
                        Stream.of(edition),
                        editions().stream()
                                .filter(each -> each.hostedWithin()
                                        .filter(edition::equals)
                                        .isPresent())
                                .map(Edition::id))
                .collect(Collectors.toUnmodifiableSet());
    }

    Optional<Organisation> organisation(String id);

    /** The organisations of these ids that exist, in the order asked. */
    List<Organisation> organisations(List<String> ids);

    Optional<Person> person(String id);

    /** The people of these ids that exist, in the order asked. */
    List<Person> people(List<String> ids);

    /** The controlled fields of technology, in order of display. */
    List<Field> fields();

    /** What a reader is shown instead of a source's file name; empty when it is not registered. */
    Optional<Text> source(String file);

    List<Claim> claims(Ref subject);

    /** Stores or replaces a claim by its id, inside a write of the caller. */
    void claim(Handle handle, Journal journal, Claim claim);

    /** Notes that a person took part in an edition, inside a write of the caller; idempotent. */
    void tookPart(Handle handle, Journal journal, String person, String edition);

    /** A field of technology, e.g. {@code ai}. */
    record Field(String id, Text name) {}
}
