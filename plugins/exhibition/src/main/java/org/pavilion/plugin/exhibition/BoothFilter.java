package org.pavilion.plugin.exhibition;

import java.util.Optional;
import org.pavilion.api.Request;

/** Which booths are wanted; an empty part does not narrow. */
record BoothFilter(
        Optional<String> edition,
        Optional<String> zone,
        Optional<String> field,
        Optional<String> exhibitor,
        Optional<String> q) {

    static final BoothFilter ALL =
            new BoothFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    static BoothFilter from(Request request) {
        return new BoothFilter(
                request.query("edition"),
                request.query("zone"),
                request.query("field"),
                request.query("exhibitor"),
                request.query("q"));
    }

    BoothFilter in(String id) {
        return new BoothFilter(Optional.of(id), zone, field, exhibitor, q);
    }

    BoothFilter zone(String id) {
        return new BoothFilter(edition, Optional.of(id), field, exhibitor, q);
    }

    BoothFilter exhibitor(String id) {
        return new BoothFilter(edition, zone, field, Optional.of(id), q);
    }

    Where where() {
        return new Where()
                .and("edition = :edition", "edition", edition)
                .and("zone = :zone", "zone", zone)
                .and("exhibitor = :exhibitor", "exhibitor", exhibitor)
                .labelled("booth", Attachments.FIELD, field)
                .containing(
                        "(lower(name_zh) like :q escape '!' or lower(name_en) like :q escape '!'"
                                + " or lower(code) like :q escape '!' or lower(pitch_zh) like :q escape '!'"
                                + " or lower(pitch_en) like :q escape '!')",
                        q);
    }
}
