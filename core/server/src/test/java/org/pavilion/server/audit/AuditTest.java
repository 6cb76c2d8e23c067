package org.pavilion.server.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.Ref;
import org.pavilion.server.storage.Actors;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.StorageMount;
import org.pavilion.server.storage.Store;

@BothStores
final class AuditTest {
    private static final int ACTS = 6;

    private final Store store;
    private StorageMount core;
    private Audit audit;

    record Changed(Ref subject, String what) implements DomainEvent {}

    record Looked(Ref subject) implements DomainEvent {}

    AuditTest(Store store) {
        this.store = store;
        open();
    }

    private void open() {
        core = store.mount("core");
        store.events("core", core)
                .publishes("settings.changed.v1", Changed.class)
                .publishes("statistics.looked.v1", Looked.class);
        audit = new Audit(core, store.log(), store.settings(), store.database().epoch());
    }

    @AfterEach
    void close() {
        audit.close();
    }

    @Test
    void everyActIsARowAndNothingElseIs() throws Exception {
        acts();
        var page = audit.page(AuditQuery.ALL, 4);
        assertEquals(4, page.entries().size());
        var newest = page.entries().getFirst();
        assertEquals("account:ada", newest.actor());
        assertEquals("settings.changed.v1", newest.action());
        assertEquals("setting:s6", newest.subject());
        assertTrue(newest.change().orElseThrow().contains("\"what\":\"title\""));
        var rest = audit.page(
                new AuditQuery(
                        Optional.of("ADA"),
                        Optional.of("settings."),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        page.next()),
                4);
        assertEquals(List.of(2L, 1L), rest.entries().stream().map(AuditEntry::n).toList());
        assertEquals(Optional.empty(), rest.next());
        assertSound(ACTS);
    }

    @Test
    void aRestartGoesOnWhereTheChainEnded() throws Exception {
        acts();
        restart();
        acts();
        assertSound(2 * ACTS);
        audit.close();
        assertEquals(2, Audit.verify(store.settings(), rows -> {}).checkpoints());
    }

    @Test
    void theSigningKeyIsForItsOwnerAlone() throws IOException {
        var key = store.settings().data().resolve("secrets").resolve("audit-key");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
    }

    @Test
    void anEditedRowIsNamed() throws Exception {
        signed();
        run("update audit_row set actor = 'account:eve' where n = 3");
        assertFault(3, Fault.Kind.EDITED);
    }

    @Test
    void aDeletedRowIsNamed() throws Exception {
        signed();
        run("delete from audit_row where n = 3");
        assertFault(3, Fault.Kind.REMOVED);
    }

    @Test
    void swappedRowsAreNamed() throws Exception {
        signed();
        run("update audit_row set n = 99 where n = 3");
        run("update audit_row set n = 3 where n = 4");
        run("update audit_row set n = 4 where n = 99");
        var fault = fault();
        assertEquals(Fault.Kind.EDITED, fault.kind());
        assertEquals(seqOf(4), fault.seq());
    }

    @Test
    void anInsertedRowIsNamed() throws Exception {
        signed();
        var rows = rows();
        var last = rows.getLast();
        var forged = new AuditRow(
                last.n() + 1,
                last.seq() + 50,
                last.at(),
                "account:eve",
                last.action(),
                last.subject(),
                last.digest(),
                last.hash(),
                "");
        insert(hashed(forged, last.hash()));
        var fault = fault();
        assertEquals(Fault.Kind.INSERTED, fault.kind());
        assertEquals(last.seq() + 50, fault.seq());
    }

    @Test
    void aRowThatWasRewrittenTogetherWithAllHashesAfterItIsNamedByTheLog() throws Exception {
        rewrite(3, "account:eve");
        assertFault(3, Fault.Kind.REWRITTEN);
    }

    @Test
    void aRowThatWasRewrittenTogetherWithTheLogIsNamedByTheCheckpoint() throws Exception {
        signed();
        rewrite(3, "account:eve");
        run("update event_log set actor = 'account:eve' where seq = " + seqOf(3));
        assertFault(3, Fault.Kind.REWRITTEN);
    }

    @Test
    void anEventThatWasEditedInTheLogIsNamed() throws Exception {
        signed();
        run("update event_log set body = '{}' where seq = " + seqOf(2));
        assertFault(2, Fault.Kind.REWRITTEN);
    }

    @Test
    void aSignedTailThatWasCutOffIsNamed() throws Exception {
        signed();
        run("delete from audit_row where n > 4");
        assertFault(5, Fault.Kind.TRUNCATED);
    }

    @Test
    void aTailThatWasCutOffBeforeItWasSignedIsNamed() throws Exception {
        acts();
        run("delete from audit_row where n > 4");
        assertFault(5, Fault.Kind.TRUNCATED);
    }

    @Test
    void aChangedCheckpointIsFound() throws Exception {
        signed();
        var file = store.settings().data().resolve("audit").resolve("checkpoints");
        Files.writeString(file, Files.readString(file).replaceFirst("\"count\":6", "\"count\":5"));
        assertEquals(Fault.Kind.CHECKPOINT, fault().kind());
    }

    @Test
    void aStartOnATamperedChainSaysSoAndGoesOnRecording() throws Exception {
        signed();
        rewrite(3, "account:eve");
        store.restart();
        open();
        assertTrue(audit.state().trouble().isPresent());
        acts();
        assertEquals(2 * ACTS, audit.state().rows());
    }

    @Test
    void theTableForOtherProgramsHoldsNoFormula() throws Exception {
        acts();
        var out = new ByteArrayOutputStream();
        audit.csv(AuditQuery.ALL, out);
        assertEquals(1 + ACTS, out.toString(StandardCharsets.UTF_8).lines().count());
        assertEquals("'=1+1,\"'@a,b\",\"say \"\"x\"\"\"\r\n", Csv.line(List.of("=1+1", "@a,b", "say \"x\"")));
    }

    /** Six acts by Ada, each followed by something that is none. */
    private void acts() throws Exception {
        var before = audit.state().rows();
        for (int i = 1; i <= ACTS; i++) {
            var subject = new Ref("setting", "s" + i);
            Actors.as(
                    new Ref("account", "ada"),
                    () -> core.write((handle, journal) -> {
                        journal.append(new Changed(subject, "title"));
                        return journal.append(new Looked(subject));
                    }));
        }
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (audit.state().rows() < before + ACTS) {
            assertTrue(System.nanoTime() < deadline, () -> "audited only " + audit.state());
            Thread.onSpinWait();
        }
        assertEquals(Optional.empty(), audit.state().trouble().filter(why -> why.contains("stopped")));
    }

    /** The same, under a checkpoint, with the house closed. */
    private void signed() throws Exception {
        acts();
        audit.close();
    }

    private void restart() {
        audit.close();
        store.restart();
        open();
    }

    private void rewrite(long n, String actor) throws Exception {
        if (rows().isEmpty()) {
            acts();
        }
        var before = "";
        for (var row : rows()) {
            if (row.n() >= n) {
                var changed = hashed(
                        new AuditRow(
                                row.n(),
                                row.seq(),
                                row.at(),
                                row.n() == n ? actor : row.actor(),
                                row.action(),
                                row.subject(),
                                row.digest(),
                                "",
                                ""),
                        before);
                run("delete from audit_row where n = " + row.n());
                insert(changed);
                before = changed.hash();
            } else {
                before = row.hash();
            }
        }
    }

    private static AuditRow hashed(AuditRow row, String before) {
        var linked = new AuditRow(
                row.n(), row.seq(), row.at(), row.actor(), row.action(), row.subject(), row.digest(), before, "");
        return new AuditRow(
                row.n(),
                row.seq(),
                row.at(),
                row.actor(),
                row.action(),
                row.subject(),
                row.digest(),
                before,
                Chain.hash(linked));
    }

    private void insert(AuditRow row) {
        core.write((handle, journal) -> handle.execute(
                "insert into audit_row(n, seq, at, actor, action, subject, digest, prev_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.n(),
                row.seq(),
                row.at(),
                row.actor(),
                row.action(),
                row.subject(),
                row.digest(),
                row.prevHash(),
                row.hash()));
    }

    private void run(String sql) {
        core.write((handle, journal) -> handle.execute(sql));
    }

    private List<AuditRow> rows() {
        return core.read(handle -> new ArrayList<>(handle.createQuery("select * from audit_row order by n")
                .mapTo(AuditRow.class)
                .list()));
    }

    /** The act's place in the log, whatever was done to its row: each act is followed by one other event. */
    private static long seqOf(long n) {
        return 2 * n - 1;
    }

    private Fault fault() {
        var verdict = Audit.verify(store.settings(), rows -> {});
        assertFalse(verdict.sound());
        return verdict.fault().orElseThrow();
    }

    private void assertFault(long n, Fault.Kind kind) {
        var fault = fault();
        assertEquals(kind, fault.kind(), fault::detail);
        assertEquals(seqOf(n), fault.seq(), fault::detail);
    }

    private void assertSound(long rows) {
        var verdict = Audit.verify(store.settings(), done -> {});
        assertEquals(Optional.empty(), verdict.fault());
        assertEquals(rows, verdict.rows());
    }
}
