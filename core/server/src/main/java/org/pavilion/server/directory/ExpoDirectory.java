package org.pavilion.server.directory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Claim;
import org.pavilion.api.Directory;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Edition;
import org.pavilion.api.Imports;
import org.pavilion.api.Journal;
import org.pavilion.api.Organisation;
import org.pavilion.api.Person;
import org.pavilion.api.Ref;
import org.pavilion.api.Route;
import org.pavilion.api.SearchSource;
import org.pavilion.api.Storage;
import org.pavilion.api.Text;

/** What all boards share: series, editions, organisations, people and published figures. */
public final class ExpoDirectory implements Directory {
    public ExpoDirectory(Storage storage, DomainEvents events) {}

    @Override
    public Edition current() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Edition> edition(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Edition> editions(String series) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Edition> editions() {
        throw new UnsupportedOperationException();
    }

    /** The editions that take place inside this one. */
    public List<Edition> hosted(String edition) {
        return List.of();
    }

    @Override
    public Optional<Organisation> organisation(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Organisation> organisations(List<String> ids) {
        throw new UnsupportedOperationException();
    }

    /** A page of organisations in a stable order: real ones first, then by id. */
    public OrganisationPage organisations(OrganisationQuery query) {
        return new OrganisationPage(List.of(), 0, Optional.empty());
    }

    @Override
    public Optional<Person> person(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Person> people(List<String> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Field> fields() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Text> source(String file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Claim> claims(Ref subject) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void claim(Handle handle, Journal journal, Claim claim) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void tookPart(Handle handle, Journal journal, String person, String edition) {
        throw new UnsupportedOperationException();
    }

    public Optional<Claim> fact(String id) {
        return Optional.empty();
    }

    /** The figures of an edition, in the order they came in. */
    public List<Claim> facts(String edition) {
        return List.of();
    }

    /** Other claims about the same thing in the same edition, from other sources or of other value. */
    public List<Claim> rivals(Claim claim) {
        return List.of();
    }

    /**
     * Lays the synthetic edition "Demo days" around the day, once; later calls change nothing. The
     * event {@code directory.demo-laid.v1} tells plugins to lay their own demo records.
     */
    public void layDemoDays(Instant now) {}

    /** Offers the importers of source, field, board, edition, organisation, person and fact. */
    public void importInto(Imports imports) {}

    /** Sources by type: edition, organisation, person, fact. */
    public Map<String, SearchSource> searchSources() {
        return Map.of();
    }

    /** Routes below {@code /api}. */
    public List<Route> routes() {
        return List.of();
    }
}
