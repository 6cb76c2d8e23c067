package org.pavilion.server.live;

import org.pavilion.api.Caller;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;
import org.pavilion.server.live.room.Screening;
import org.pavilion.server.live.words.RuleBook;
import org.pavilion.server.live.words.TermMatcher;

/** The rules of words hold for questions and for words of polls too; what chat would mask waits here. */
record WordScreening(Storage storage, RuleBook words) implements Screening {
    @Override
    public Verdict verdict(Ref room, Caller by, String text) {
        var found = storage.read(handle -> words.of(handle, room).find(text));
        return switch (TermMatcher.verdict(found)) {
            case REJECT -> new Verdict(Verdict.Kind.REJECT, "This cannot be said here");
            case HOLD, MASK -> new Verdict(Verdict.Kind.HOLD, "words");
            case PASS -> new Verdict(Verdict.Kind.PASS, "");
        };
    }
}
