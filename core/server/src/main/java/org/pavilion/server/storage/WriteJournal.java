package org.pavilion.server.storage;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.Journal;
import org.pavilion.api.Problem;
import org.pavilion.server.json.Json;

/** The journal of one write. */
final class WriteJournal implements Journal {
    private final String owner;
    private final EventTypes types;
    private final Json json;
    private final Transaction transaction;
    private final Handle handle;
    private @Nullable Claim claim;

    /** The idempotency key this write holds. */
    private record Claim(String scope, String key) {}

    /** What an earlier write left under a key. */
    private record Earlier(String hash, Optional<String> answer) {}

    WriteJournal(String owner, EventTypes types, Json json, Transaction transaction, Handle handle) {
        this.owner = owner;
        this.types = types;
        this.json = json;
        this.transaction = transaction;
        this.handle = handle;
    }

    /** The journal of another owner who takes part in the same write. */
    WriteJournal of(String other, EventTypes itsTypes, Json itsJson, Handle itsHandle) {
        return new WriteJournal(other, itsTypes, itsJson, transaction, itsHandle);
    }

    @Override
    public String append(DomainEvent event) {
        var name = types.nameOf(event);
        var body = json.text(event);
        types.check(name, event.subject(), body);
        try {
            return transaction.append(
                    name, event.subject().toString(), Actors.current().toString(), body);
        } catch (SQLException e) {
            throw new Problem("storage.failed", 503, "the event could not be written").causedBy(e);
        }
    }

    @Override
    public void within(String edition) {
        types.within(edition);
    }

    @Override
    public Instant now() {
        return transaction.now();
    }

    @Override
    public String newId() {
        return Uuids.next();
    }

    @Override
    public Optional<byte[]> idempotent(String scope, String key, byte[] hash) {
        var hex = HexFormat.of().formatHex(hash);
        var claimed = handle.execute("""
                insert into storage_idempotency(owner, scope, k, hash, at) values (?, ?, ?, ?, ?)
                on conflict (owner, scope, k) do nothing""", owner, scope, key, hex, now());
        if (claimed == 1) {
            transaction.own(1);
            claim = new Claim(scope, key);
            return Optional.empty();
        }
        var earlier = handle.createQuery(
                        "select hash, answer from storage_idempotency where owner = ? and scope = ? and k = ?")
                .bind(0, owner)
                .bind(1, scope)
                .bind(2, key)
                .map((row, context) -> new Earlier(row.getString(1), Optional.ofNullable(row.getString(2))))
                .one();
        if (!earlier.hash().equals(hex)) {
            throw new Problem("idempotency.mismatch", 422, "this idempotency key was used for another request: " + key);
        }
        return Optional.of(Base64.getDecoder().decode(earlier.answer().orElse("")));
    }

    @Override
    public void remember(byte[] answer) {
        if (claim == null) {
            throw new IllegalStateException("remember without a claimed idempotency key");
        }
        transaction.own(handle.execute(
                "update storage_idempotency set answer = ? where owner = ? and scope = ? and k = ?",
                Base64.getEncoder().encodeToString(answer),
                owner,
                claim.scope(),
                claim.key()));
    }
}
