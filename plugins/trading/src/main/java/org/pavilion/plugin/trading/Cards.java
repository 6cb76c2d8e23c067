package org.pavilion.plugin.trading;

import java.util.List;
import java.util.function.Function;
import org.pavilion.api.Directory;
import org.pavilion.api.Names;
import org.pavilion.api.Text;

/** Dresses records with the names of what they refer to. */
record Cards(Directory directory, Names names) {

    OfferCard of(Offer offer) {
        return new OfferCard(
                offer,
                offer.fields().stream()
                        .map(id -> new Named(id, names.field(id), false))
                        .toList(),
                edition(offer.edition()),
                parties(offer.owner(), offer.ownerInferred().orElse(false)));
    }

    DemandCard of(Demand demand) {
        return new DemandCard(
                demand,
                FieldGuess.of(demand, directory.fields()).stream()
                        .map(guess -> new Named(guess.field(), names.field(guess.field()), guess.inferred()))
                        .toList(),
                edition(demand.edition()));
    }

    DealCard of(Deal deal) {
        return new DealCard(deal, edition(deal.edition()), parties(deal.parties(), false));
    }

    List<Named> parties(List<String> ids, boolean inferred) {
        return ids.stream()
                .map(id -> directory
                        .organisation(id)
                        .map(org -> new Named(id, org.name(), inferred))
                        .orElseGet(() -> new Named("", Text.same(id), inferred)))
                .toList();
    }

    Text edition(String id) {
        return names.edition(id).text();
    }

    /** Matches as seen from one side, best first. */
    static List<MatchCard> matches(List<Match> matches, Function<Match, MatchCard> card, boolean fitting, int most) {
        return matches.stream()
                .filter(match -> match.fits() == fitting)
                .limit(most)
                .map(card)
                .toList();
    }
}
