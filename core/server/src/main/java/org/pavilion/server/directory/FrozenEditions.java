package org.pavilion.server.directory;

import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.server.storage.EventGuard;

/**
 * The editions in which nothing may change any more. The rule is kept where every write passes: an
 * event that names a frozen edition is not stored, and with it its whole write, whichever board it
 * comes from.
 */
final class FrozenEditions implements EventGuard {
    private volatile Set<String> ids = Set.of();

    void load(Handle handle) {
        ids =
                handle
                        .createQuery("select id from directory_edition_rule where frozen_at is not null")
                        .mapTo(String.class)
                        .stream()
                        .collect(Collectors.toUnmodifiableSet());
    }

    boolean contains(String edition) {
        return ids.contains(edition);
    }

    /** As it is stored, for who reads beside the write that changes it. */
    static boolean stored(Handle handle, String edition) {
        return handle.createQuery("select 1 from directory_edition_rule where id = :id and frozen_at is not null")
                .bind("id", edition)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    @Override
    public void within(String edition) {
        if (contains(edition)) {
            throw refusal(edition);
        }
    }

    /** @param body the event as compact JSON */
    @Override
    public void check(String type, Ref subject, String body) {
        var frozen = ids;
        if (frozen.isEmpty()) {
            return;
        }
        if (type.equals(Change.EDITION_CHANGED) && frozen.contains(subject.id())) {
            throw refusal(subject.id());
        }
        for (var id : frozen) {
            if (body.contains("\"edition\":\"" + id + "\"")) {
                throw refusal(id);
            }
        }
    }

    static Problem refusal(String edition) {
        return new Problem(
                "edition.frozen",
                409,
                "The edition " + edition + " is over and frozen: nothing in it changes until it is opened again");
    }
}
