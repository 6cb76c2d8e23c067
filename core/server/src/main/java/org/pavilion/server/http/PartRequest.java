package org.pavilion.server.http;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Caller;
import org.pavilion.api.Edition;
import org.pavilion.api.Language;
import org.pavilion.api.Request;

/**
 * The request as a part of the page sees it: the page's own, with query parameters the page sets for
 * it, and on an error page with an edition that certainly exists.
 */
record PartRequest(Request page, Map<String, String> parameters, Optional<Edition> fallback) implements Request {
    @Override
    public Caller caller() {
        return page.caller();
    }

    @Override
    public Language language() {
        return page.language();
    }

    @Override
    public Edition edition() {
        return fallback.orElseGet(page::edition);
    }

    @Override
    public String path(String name) {
        return page.path(name);
    }

    @Override
    public Optional<String> query(String name) {
        var set = parameters.get(name);
        return set == null ? page.query(name) : Optional.of(set).filter(value -> !value.isBlank());
    }

    @Override
    public List<String> queryAll(String name) {
        var set = parameters.get(name);
        return set == null ? page.queryAll(name) : List.of(set);
    }

    @Override
    public int query(String name, int fallback, int min, int max) {
        return page.query(name, fallback, min, max);
    }

    @Override
    public Optional<String> header(String name) {
        return page.header(name);
    }

    @Override
    public <T extends Record> T body(Class<T> takes) {
        return page.body(takes);
    }

    @Override
    public InputStream stream() {
        return page.stream();
    }

    @Override
    public Optional<Long> ifMatch() {
        return page.ifMatch();
    }

    @Override
    public Optional<String> idempotencyKey() {
        return page.idempotencyKey();
    }
}
