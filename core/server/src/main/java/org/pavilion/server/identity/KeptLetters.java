package org.pavilion.server.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Language;
import org.pavilion.api.Storage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Letters that no mail takes: the organiser sees them until their link ends and hands them over. */
final class KeptLetters implements Letters {
    private static final Logger log = LoggerFactory.getLogger(KeptLetters.class);

    private final Storage storage;
    private final InstantSource clock;
    private final Seal seal;

    KeptLetters(Storage storage, InstantSource clock, Seal seal) {
        this.storage = storage;
        this.clock = clock;
        this.seal = seal;
    }

    @Override
    public boolean send(Letter letter) {
        var now = clock.instant();
        var path = seal.close(letter.path());
        storage.write((handle, journal) -> {
            handle.execute("delete from identity_letter where until_at <= ?", now.toEpochMilli());
            return handle.execute(
                    """
                    insert into identity_letter (id, kind, email, email_key, language, path, at, until_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?)""",
                    journal.newId(),
                    letter.kind().name(),
                    letter.to(),
                    Emails.key(letter.to()),
                    letter.language().tag(),
                    path,
                    now.toEpochMilli(),
                    letter.expires().toEpochMilli());
        });
        log.info(
                "no mail took a letter ({}); its link waits for the organiser in the console until {}",
                letter.kind(),
                letter.expires());
        return true;
    }

    /** Those whose link still works, the newest first. */
    List<KeptLetter> all() {
        return storage.read(handle -> handle
                .createQuery("select * from identity_letter where until_at > :now order by id desc")
                .bind("now", clock.instant().toEpochMilli())
                .map((rs, context) -> read(rs))
                .stream()
                .flatMap(Optional::stream)
                .toList());
    }

    private Optional<KeptLetter> read(ResultSet row) throws SQLException {
        var path = seal.open(row.getString("path"));
        if (path.isEmpty()) {
            return Optional.empty();
        }
        var letter = new Letter(
                row.getString("email"),
                row.getString("language").equals(Language.EN.tag()) ? Language.EN : Language.ZH,
                Letter.Kind.valueOf(row.getString("kind")),
                path.get(),
                Instant.ofEpochMilli(row.getLong("until_at")));
        return Optional.of(new KeptLetter(row.getString("id"), letter, Instant.ofEpochMilli(row.getLong("at"))));
    }

    /** The link was used, or nobody shall use it any more. */
    static void drop(Handle handle, String email, Letter.Kind kind) {
        handle.execute("delete from identity_letter where email_key = ? and kind = ?", Emails.key(email), kind.name());
    }

    static void drop(Handle handle, String email) {
        handle.execute("delete from identity_letter where email_key = ?", Emails.key(email));
    }
}
