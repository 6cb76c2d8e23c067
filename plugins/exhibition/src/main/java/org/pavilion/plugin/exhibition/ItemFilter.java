package org.pavilion.plugin.exhibition;

import java.util.Optional;
import org.pavilion.api.Request;

/** Which items are wanted; an empty part does not narrow. */
record ItemFilter(
        Optional<String> edition,
        Optional<String> zone,
        Optional<String> field,
        Optional<String> tag,
        Optional<String> organisation,
        Optional<String> q) {

    static final ItemFilter ALL = new ItemFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    static ItemFilter from(Request request) {
        return new ItemFilter(
                request.query("edition"),
                request.query("zone"),
                request.query("field"),
                request.query("tag"),
                request.query("organisation"),
                request.query("q"));
    }

    ItemFilter in(String id) {
        return new ItemFilter(Optional.of(id), zone, field, tag, organisation, q);
    }

    ItemFilter zone(String id) {
        return new ItemFilter(edition, Optional.of(id), field, tag, organisation, q);
    }

    ItemFilter organisation(String id) {
        return new ItemFilter(edition, zone, field, tag, Optional.of(id), q);
    }

    Where where() {
        return new Where()
                .and("zone = :zone", "zone", zone)
                .labelled("item", Attachments.EDITION, edition)
                .labelled("item", Attachments.FIELD, field)
                .labelled("item", Attachments.TAG, tag)
                .labelled("item", Attachments.ORGANISATION, organisation)
                .containing(
                        "(lower(name_zh) like :q escape '!' or lower(name_en) like :q escape '!'"
                                + " or lower(summary_zh) like :q escape '!' or lower(summary_en) like :q escape '!')",
                        q);
    }
}
