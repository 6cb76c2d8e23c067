package org.pavilion.server.live;

import java.util.List;
import java.util.Locale;
import org.pavilion.api.Caller;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Scope;
import org.pavilion.api.Storage;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.live.chat.ChatModule;
import org.pavilion.server.live.chat.Rehearsal;
import org.pavilion.server.live.room.Change;
import org.pavilion.server.live.room.LivePermissions;
import org.pavilion.server.live.view.WordBook;
import org.pavilion.server.live.words.Rule;
import org.pavilion.server.live.words.RuleBook;
import org.pavilion.server.live.words.RuleSet;
import org.pavilion.server.live.words.Verdict;

/** The rules of words as moderators see and change them, each within their own scope. */
final class WordDesk {
    private static final int VERSIONS = 20;

    private final Storage storage;
    private final Identity identity;
    private final ChatModule chat;

    WordDesk(Storage storage, Identity identity, ChatModule chat) {
        this.storage = storage;
        this.identity = identity;
        this.chat = chat;
    }

    WordBook book(Caller caller, String scope) {
        require(caller, scope);
        return storage.read(handle -> new WordBook(
                scope,
                chat.words().set(handle, scope).rules().stream()
                        .map(rule -> new WordBook.Entry(rule.text(), word(rule.verdict()), rule.category()))
                        .toList(),
                chat.words().versions(handle, scope, VERSIONS).stream()
                        .map(version -> new WordBook.Version(
                                version.version(),
                                version.set().rules().size(),
                                version.author(),
                                version.at(),
                                version.active()))
                        .toList()));
    }

    WordBook.Trial rehearse(Caller caller, String scope, List<WordBook.Entry> draft) {
        require(caller, scope);
        var result = chat.rehearsal().play(scope, set(draft));
        return new WordBook.Trial(
                result.read(),
                result.whole(),
                result.catches(),
                result.misses(),
                result.alike(),
                lines(result.caught()),
                lines(result.missed()));
    }

    private static List<WordBook.Line> lines(List<Rehearsal.Line> lines) {
        return lines.stream()
                .map(line -> new WordBook.Line(line.text(), line.at(), word(line.verdict()), line.terms()))
                .toList();
    }

    long save(Caller caller, String scope, List<WordBook.Entry> draft) {
        require(caller, scope);
        return add(caller, scope, set(draft));
    }

    /** Takes an older version up again, as a new one. */
    long restore(Caller caller, String scope, long number) {
        require(caller, scope);
        var old = storage.read(handle -> chat.words().version(handle, scope, number))
                .orElseThrow(() -> Problem.notFound("this version"));
        return add(caller, scope, old.set());
    }

    private long add(Caller caller, String scope, RuleSet set) {
        return storage.write((handle, journal) -> {
            long version = chat.words().add(handle, journal, scope, set, caller.ref());
            journal.append(new Change.WordsChanged(
                    scope.equals(RuleBook.HOUSE) ? new Ref("house", "words") : Ref.of(scope), version));
            return version;
        });
    }

    private void require(Caller caller, String scope) {
        var where = scope.equals(RuleBook.HOUSE)
                ? Scope.EXPO
                : identity.scope(LivePermissions.in(RoomTopics.roomId(scope)));
        identity.require(caller, LivePermissions.MODERATE, where);
    }

    private static RuleSet set(List<WordBook.Entry> draft) {
        return new RuleSet(draft.stream()
                        .map(entry -> new Rule(entry.text(), verdict(entry.verdict()), entry.category()))
                        .toList())
                .checked();
    }

    private static Verdict verdict(String word) {
        for (var verdict : Verdict.values()) {
            if (word(verdict).equals(word)) {
                return verdict;
            }
        }
        throw Problem.invalid("/rules", "mask, hold or reject is required, not " + word);
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
