package org.pavilion.server.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.api.Caller;
import org.pavilion.api.Language;
import org.pavilion.api.Notice;
import org.pavilion.api.Ref;
import org.pavilion.api.RoomSpec;
import org.pavilion.api.Text;
import org.pavilion.server.audit.Audit;
import org.pavilion.server.backup.Backups;
import org.pavilion.server.live.view.ChatDraft;
import org.pavilion.server.notify.Way;
import org.pavilion.server.notify.Wish;
import org.pavilion.server.personal.Card;
import org.pavilion.server.personal.Profile;
import org.pavilion.server.settings.Limit;
import org.pavilion.server.settings.MailSettings;
import org.pavilion.server.settings.Rate;
import org.pavilion.server.settings.RateTable;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.storage.Dialect;
import org.pavilion.server.storage.Store;

/** Somebody whose every word is a canary takes everything along and leaves; then no file knows the bird. */
final class LeavingTest {
    private static final String CANARY = "zeisig7f3a";
    private static final String BIRD = "金丝雀七三";
    private static final Ref ROOM = new Ref("session", "aviary");

    @Test
    void afterErasingNoFileOfTheDataDirectoryHoldsAWordOfThePerson(@TempDir Path data) throws IOException {
        try (var server = Server.start(settings(data))) {
            var canary = settle(server);
            assertFalse(files(data).isEmpty(), "the test must be able to see the canary");

            server.personal().leave(canary);

            assertEquals(Set.of(), files(data));
            assertGone(server, canary);
        }
        assertEquals(Set.of(), files(data), "nor after the server has closed");
        var verdict = Audit.verify(settings(data), rows -> {});
        assertTrue(verdict.sound(), verdict.toString());
    }

    @Test
    void anOlderBackupBringsNobodyBackWhoWasErased(@TempDir Path folder) throws IOException {
        var data = folder.resolve("data");
        var before = folder.resolve("before.zip");
        var after = folder.resolve("after.zip");
        final Ref canary;
        try (var server = Server.start(settings(data))) {
            canary = settle(server);
        }
        Backups.write(settings(data), before, (done, of) -> {});
        assertFalse(entries(before).isEmpty(), "the test must be able to see the canary");
        try (var server = Server.start(settings(data))) {
            server.personal().leave(canary);
            await(() -> noted(data.resolve("erased"), canary));
        }
        Backups.write(settings(data), after, (done, of) -> {});
        assertEquals(Set.of(), entries(after), "a backup made afterwards knows the canary no more");

        var again = folder.resolve("again");
        var restored = Backups.restore(settings(again), before, Optional.of(data.resolve("erased")), (done, of) -> {});
        assertTrue(restored.audit().sound(), restored.toString());
        assertFalse(files(again).isEmpty(), "the older backup holds the canary");
        try (var server = Server.start(settings(again))) {
            assertGone(server, canary);
            assertEquals(Set.of(), files(again));
        }
        assertTrue(Audit.verify(settings(again), rows -> {}).sound());
    }

    private static boolean noted(Path list, Ref person) {
        try {
            return new String(read(list), StandardCharsets.UTF_8).contains(person + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "it never came");
            LockSupport.parkNanos(10_000_000);
        }
    }

    /** Entries of a backup that hold the canary. */
    private static Set<String> entries(Path backup) throws IOException {
        var found = new TreeSet<String>();
        try (var zip = new ZipInputStream(Files.newInputStream(backup), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (holds(zip.readAllBytes())) {
                    found.add(entry.getName());
                }
            }
        }
        return found;
    }

    @Test
    void afterErasingNoTableOfPostgresHoldsAWordOfThePerson(@TempDir Path data) throws Exception {
        var url = Store.empty(Dialect.POSTGRES, data).store().orElseThrow();
        try (var server = Server.start(settings(data).withStore(url))) {
            var canary = settle(server);
            assertFalse(tables(url).isEmpty(), "the test must be able to see the canary");

            server.personal().leave(canary);

            assertEquals(Set.of(), tables(url));
            assertEquals(Set.of(), files(data));
            assertGone(server, canary);
        }
    }

    @Test
    void theArchiveHoldsWhatEveryFeatureKeepsOfThePerson(@TempDir Path data) throws IOException {
        try (var server = Server.start(settings(data))) {
            var canary = settle(server);
            var names = new TreeSet<String>();
            var words = new StringBuilder();
            try (var zip = new ZipInputStream(
                    new ByteArrayInputStream(server.personal().archive(canary)), StandardCharsets.UTF_8)) {
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    names.add(entry.getName());
                    words.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            for (var expected : List.of(
                    "README.txt",
                    "core/personal/account.json",
                    "core/personal/card.json",
                    "core/personal/consents.json",
                    "core/personal/favourites.json",
                    "core/personal/profile.json",
                    "core/live/messages.json",
                    "core/notify/inbox.json",
                    "core/notify/mail.json")) {
                assertTrue(names.contains(expected), names + " lacks " + expected);
            }
            assertTrue(words.toString().contains("chat " + CANARY), words.toString());
            assertTrue(words.toString().contains("note " + CANARY), words.toString());
        }
    }

    /** A mail server that takes nothing, so that mail lies in the queue. */
    private static ServerSettings settings(Path data) {
        return ServerSettings.local(data)
                .withLimits(RateTable.DEFAULT.with(Limit.CHAT, Rate.of("1000/s burst 1000")))
                .withMail(new MailSettings("127.0.0.1", 1, "", "", "expo@example.org", MailSettings.Tls.NONE));
    }

    private static Ref settle(Server server) {
        var accounts = server.identity().accounts();
        var canary = accounts.create(CANARY + "@example.org", "Name " + CANARY, Language.EN)
                .ref();
        var other = accounts.create("other@example.org", "Other", Language.EN).ref();
        var personal = server.personal();
        personal.keep(canary, new Profile("Affiliation " + CANARY, BIRD, List.of("zh"), "", true));
        personal.keep(
                canary, new Card(CANARY, BIRD, "", CANARY + "@example.org", "", "https://" + CANARY + ".example"));
        personal.star(canary, List.of(ROOM));
        personal.note(canary, ROOM, "note " + CANARY);
        personal.agree(canary, "lead", CANARY, "house", List.of("name"), null);
        personal.renewFeed(canary);
        server.notices().wish(canary, new Wish(true, Map.of("test.told", Way.MAIL)));
        server.notices().send(canary, new Notice("test.told", Text.same("told " + CANARY), ROOM));
        server.rooms()
                .attach(ROOM, RoomSpec.of(new Text("鸟舍", "Aviary"), RoomSpec.Module.CHAT, RoomSpec.Module.REACTIONS));
        // Enough rows around and between that pages split and are rebuilt.
        IntStream.range(0, 40).forEach(n -> {
            say(server, canary, "chat " + CANARY + " " + BIRD + " " + n, n);
            say(server, other, "something else, number " + n, n);
        });
        personal.keep(canary, new Profile("Second " + CANARY, BIRD.repeat(20), List.of("zh"), "", true));
        return canary;
    }

    private static void say(Server server, Ref who, String text, int n) {
        var caller = new Caller(who, Caller.Kind.PERSON, Set.of("pub"));
        server.rooms()
                .post(
                        caller,
                        ROOM,
                        new ChatDraft(
                                text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("k" + n)));
    }

    private static void assertGone(Server server, Ref canary) {
        assertTrue(server.identity().accounts().find(canary).isEmpty());
        assertEquals(0, server.notices().unread(canary));
        var said = server.rooms().messages(ROOM, 0, 100).messages();
        assertEquals(40, said.size(), "what others said stays");
        assertTrue(said.stream().noneMatch(message -> message.text().contains(CANARY)));
        assertEquals(Map.of(), server.identity().exportOf(canary));
    }

    /** Files that hold the canary in one of its spellings. */
    private static Set<Path> files(Path data) throws IOException {
        var found = new TreeSet<Path>();
        try (var all = Files.walk(data)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                if (holds(read(file))) {
                    found.add(data.relativize(file));
                }
            }
        }
        return found;
    }

    private static byte[] read(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new byte[0]; // files of the index come and go
        }
    }

    private static boolean holds(byte[] bytes) {
        // One byte a character keeps every byte pattern findable.
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.contains(CANARY)
                || text.contains(new String(BIRD.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                || text.contains(java.util.Base64.getEncoder()
                        .encodeToString(("   " + CANARY).getBytes(StandardCharsets.UTF_8))
                        .substring(4, 12));
    }

    /** Columns of text that hold the canary. */
    private static Set<String> tables(String url) throws SQLException {
        var found = new TreeSet<String>();
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            var columns = new ArrayList<String[]>();
            try (var rows = statement.executeQuery(
                    "select table_name, column_name from information_schema.columns where table_schema = 'public' and data_type in ('text', 'character varying')")) {
                while (rows.next()) {
                    columns.add(new String[] {rows.getString(1), rows.getString(2)});
                }
            }
            for (var column : columns) {
                try (var rows = statement.executeQuery("select count(*) from \"" + column[0] + "\" where \"" + column[1]
                        + "\" like '%" + CANARY + "%' or \"" + column[1] + "\" like '%" + BIRD + "%'")) {
                    rows.next();
                    if (rows.getLong(1) > 0) {
                        found.add(column[0] + "." + column[1]);
                    }
                }
            }
        }
        return found;
    }
}
