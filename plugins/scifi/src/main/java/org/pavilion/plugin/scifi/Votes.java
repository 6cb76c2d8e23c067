package org.pavilion.plugin.scifi;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Journal;
import org.pavilion.api.Ref;

/** What visitors think of each exhibit's distance; the primary key keeps it at one answer a visitor. */
final class Votes {

    /** Gives the visitor's answer, or changes it; the same answer again is nothing new. */
    void cast(Handle h, Journal journal, Ref exhibit, Ref visitor, Horizon answer) {
        if (of(h, exhibit, visitor).filter(answer::equals).isPresent()) {
            return;
        }
        h.createUpdate("insert into scifi_vote (exhibit, visitor, answer, voted_at)"
                        + " values (:exhibit, :visitor, :answer, :now) on conflict (exhibit, visitor)"
                        + " do update set answer = excluded.answer, voted_at = excluded.voted_at")
                .bind("exhibit", exhibit.id())
                .bind("visitor", visitor.toString())
                .bind("answer", answer.code())
                .bind("now", journal.now().toEpochMilli())
                .execute();
        journal.append(new DistanceVoted(exhibit, answer.code()));
    }

    Optional<Horizon> of(Handle h, Ref exhibit, Ref visitor) {
        return h.createQuery("select answer from scifi_vote where exhibit = :exhibit and visitor = :visitor")
                .bind("exhibit", exhibit.id())
                .bind("visitor", visitor.toString())
                .mapTo(String.class)
                .findOne()
                .flatMap(Horizon::of);
    }

    /** How many visitors gave each answer. */
    Map<Horizon, Long> counts(Handle h, Ref exhibit) {
        var counts = new EnumMap<Horizon, Long>(Horizon.class);
        h.createQuery("select answer, count(*) from scifi_vote where exhibit = :exhibit group by answer")
                .bind("exhibit", exhibit.id())
                .map((rs, context) -> Map.entry(rs.getString(1), rs.getLong(2)))
                .forEach(row -> Horizon.of(row.getKey()).ifPresent(answer -> counts.put(answer, row.getValue())));
        return counts;
    }
}
