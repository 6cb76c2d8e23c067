package org.pavilion.server.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Calendar;
import org.pavilion.api.Caller;
import org.pavilion.api.Language;
import org.pavilion.api.Notice;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Text;
import org.pavilion.server.event.TaskQueue;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.identity.Letter;
import org.pavilion.server.personal.Personal;
import org.pavilion.server.realtime.Realtime;
import org.pavilion.server.settings.MailSettings;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.Store;
import org.pavilion.server.telemetry.Telemetry;

@BothStores
final class NotifyTest {
    private static final Ref ANNA = new Ref("account", "anna");
    private static final Ref BERT = new Ref("account", "bert");
    private static final Ref OFFER = new Ref("offer", "steel");
    private static final Notice INTEREST =
            new Notice("trading.interest", new Text("有人感兴趣", "Somebody is interested"), OFFER);
    private static final Map<Ref, Addressee> PEOPLE = Map.of(
            ANNA, new Addressee("anna@example.org", "Anna", Language.EN, true),
            BERT, new Addressee("bert@example.org", "伯特", Language.ZH, false));

    private final GreenMail smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private Instant now = Instant.parse("2026-05-18T10:00:00Z");
    private TaskQueue tasks;
    private Realtime realtime;
    private Identity identity;
    private Personal personal;
    private Notify notify;
    private Store store;

    @BeforeEach
    void open(Store fresh) {
        store = fresh;
        smtp.start();
        build(Optional.of(server(smtp.getSmtp().getPort())));
    }

    private void build(Optional<MailSettings> mail) {
        var core = store.mount("core");
        var events = store.events("core", core);
        tasks = new TaskQueue(store.database());
        identity = new Identity(core, events, store.settings(), new Telemetry());
        realtime = new Realtime(identity, store.json(), new Telemetry());
        personal = new Personal(core, events, tasks.tasks("core", core), store.json(), identity, () -> {});
        notify = new Notify(
                core,
                events,
                tasks.tasks("core", core),
                identity,
                realtime,
                store.database().epoch(),
                personal,
                new Notify.Means(
                        mail,
                        () -> "https://expo.example.org",
                        () -> ZoneId.of("Asia/Shanghai"),
                        ref -> "/" + ref.type() + "/" + ref.id(),
                        () -> new Sender(
                                new Text("春季技术展", "Spring Expo"),
                                Optional.of("/brand/logo.png"),
                                "#0f766e",
                                "#ffffff")),
                new People(),
                () -> now);
    }

    /** Two people with an account. */
    private record People() implements Addresses {
        @Override
        public Optional<Addressee> of(Ref account) {
            return Optional.ofNullable(PEOPLE.get(account));
        }

        @Override
        public Optional<Addressee> of(Handle handle, Ref account) {
            return of(account);
        }

        @Override
        public Optional<Ref> owner(String email) {
            return PEOPLE.entrySet().stream()
                    .filter(each -> each.getValue().email().equals(email))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }
    }

    private static MailSettings server(int port) {
        return new MailSettings("127.0.0.1", port, "", "", "expo@example.org", MailSettings.Tls.NONE);
    }

    @AfterEach
    void close() {
        realtime.close();
        tasks.close();
        smtp.stop();
    }

    @Test
    void anInboxBelongsToItsOwnerAndCountsWhatIsUnread() {
        notify.send(ANNA, INTEREST);
        notify.send(ANNA, new Notice("live.answered", Text.same("An answer"), OFFER));
        notify.send(BERT, INTEREST);
        notify.send(new Ref("guest", "nobody"), INTEREST);
        assertEquals(2, notify.unread(ANNA));
        var items = notify.inbox(ANNA, "", 10);
        assertEquals("live.answered", items.getFirst().kind());
        assertEquals(OFFER, items.getLast().about());
        assertEquals(
                List.of(items.getLast()), notify.inbox(ANNA, items.getFirst().id(), 10));
        notify.read(BERT, items.getFirst().id());
        assertEquals(2, notify.unread(ANNA), "nobody reads another's item");
        notify.read(ANNA, items.getFirst().id());
        assertEquals(1, notify.unread(ANNA));
        notify.readAll(ANNA);
        assertEquals(0, notify.unread(ANNA));
        assertEquals(1, notify.unread(BERT));
    }

    @Test
    void onlyItsOwnerMayListenToTheUnreadCount() {
        var topics = new UnreadTopics(new Realtime(identity, store.json(), new Telemetry()), "e", notify::unread);
        notify.send(ANNA, INTEREST);
        var anna = new Caller(ANNA, Caller.Kind.PERSON, Set.of("pub"));
        assertEquals(Set.of(), topics.admit(anna, "inbox:anna"));
        assertEquals(Map.of("unread", "{\"count\":1}"), topics.state("inbox:anna"));
        for (var other : List.of(
                new Caller(BERT, Caller.Kind.PERSON, Set.of("pub")),
                new Caller(new Ref("guest", "anna"), Caller.Kind.GUEST, Set.of("pub")),
                new Caller(new Ref("operator", "operator"), Caller.Kind.OPERATOR, Set.of("pub")))) {
            assertEquals(
                    "not-found",
                    assertThrows(Problem.class, () -> topics.admit(other, "inbox:anna"))
                            .code());
        }
    }

    @Test
    void aNoticeIsMailedToThoseWhoAskedForItsKindInTheirLanguage() throws Exception {
        notify.wish(ANNA, new Wish(false, Map.of("trading.interest", Way.MAIL)));
        notify.wish(BERT, new Wish(false, Map.of("trading.interest", Way.MAIL)));
        notify.send(ANNA, new Notice("live.answered", Text.same("An answer"), OFFER));
        notify.send(BERT, INTEREST);
        notify.send(ANNA, INTEREST);
        assertTrue(smtp.waitForIncomingEmail(20_000, 1));
        await(() -> notify.mail().stream().allMatch(row -> row.state().equals("sent")));
        assertEquals(1, smtp.getReceivedMessages().length, "neither other kinds nor addresses that nobody confirmed");
        var mail = smtp.getReceivedMessages()[0];
        assertEquals("Somebody is interested", mail.getSubject());
        assertEquals("anna@example.org", mail.getAllRecipients()[0].toString());
        var plain = part(mail, 0);
        assertTrue(plain.contains("https://expo.example.org/en/offer/steel"), plain);
        assertTrue(part(mail, 1).contains("<html lang=\"en\">"));
        var stop = mail.getHeader("List-Unsubscribe")[0];
        assertTrue(stop.matches("<https://expo\\.example\\.org/en/unsubscribe/[A-Za-z0-9_-]{32}>"), stop);
        assertEquals("List-Unsubscribe=One-Click", mail.getHeader("List-Unsubscribe-Post")[0]);
        assertEquals("", notify.mail().getFirst().recipient(), "what was sent leaves no word behind");
        var secret = stop.substring(stop.lastIndexOf('/') + 1, stop.length() - 1);
        assertTrue(notify.unsubscribe(secret));
        assertFalse(notify.unsubscribe("x" + secret));
        assertEquals(new Wish(false, Map.of("trading.interest", Way.INBOX)), notify.wish(ANNA));
    }

    @Test
    void mailSpeaksInTheNameOfTheExpoWithItsLogo() throws Exception {
        assertTrue(notify.send(new Letter(
                "anna@example.org", Language.EN, Letter.Kind.INVITED, "/invited?token=t", now.plusSeconds(1_800))));
        assertTrue(smtp.waitForIncomingEmail(20_000, 1));
        var mail = smtp.getReceivedMessages()[0];
        assertEquals("You are invited to Spring Expo", mail.getSubject());
        assertEquals("春季技术展 Spring Expo", ((InternetAddress) mail.getFrom()[0]).getPersonal());
        assertTrue(part(mail, 0).startsWith("Spring Expo"), part(mail, 0));
        assertTrue(
                part(mail, 1)
                        .contains(
                                "<img src=\"https://expo.example.org/brand/logo.png\" alt=\"Spring Expo\" height=\"40\">"),
                part(mail, 1));
        assertTrue(part(mail, 1).contains("background:#0f766e;color:#ffffff"), part(mail, 1));
        for (var words : List.of(part(mail, 0), part(mail, 1))) {
            assertFalse(words.contains("Pavilion") || words.contains("云展"), words);
        }
    }

    @Test
    void everybodyChoosesHowTheyHearOfEachKind() throws Exception {
        var answered = new Notice("live.answered", Text.same("An answer"), OFFER);
        notify.send(ANNA, INTEREST);
        notify.send(ANNA, answered);
        assertEquals(
                List.of(
                        new KindChoice("live.answered", Text.same("An answer"), Way.DIGEST),
                        new KindChoice("trading.interest", INTEREST.title(), Way.DIGEST)),
                notify.kinds(ANNA));
        notify.readAll(ANNA);

        notify.wish(ANNA, new Wish(true, Map.of("live.answered", Way.NONE, "trading.interest", Way.INBOX)));
        notify.send(ANNA, INTEREST);
        notify.send(ANNA, answered);
        assertEquals(1, notify.unread(ANNA), "what somebody does not want to hear is not told");
        assertEquals(Way.NONE, notify.kinds(ANNA).getFirst().way(), "and can be chosen again");
        now = Instant.parse("2026-05-18T10:00:00Z");
        notify.digest();
        assertEquals(List.of(), notify.mail(), "the inbox alone is no matter of the digest");

        notify.send(ANNA, new Notice("role.decided", Text.same("You are a speaker"), OFFER));
        now = now.plus(Duration.ofDays(1));
        notify.digest();
        assertTrue(smtp.waitForIncomingEmail(20_000, 1));
        var plain = part(smtp.getReceivedMessages()[0], 0);
        assertTrue(plain.contains("You are a speaker") && !plain.contains("Somebody is interested"), plain);
    }

    @Test
    void aLetterGoesOutWithItsLinkAndIsForgottenOnceItIsSent() throws Exception {
        var letter = new Letter(
                "bert@example.org", Language.ZH, Letter.Kind.RESET, "/reset?token=t0ken", now.plusSeconds(1_800));
        assertTrue(notify.send(letter));
        assertTrue(smtp.waitForIncomingEmail(20_000, 1));
        await(() -> notify.mail().getFirst().state().equals("sent"));
        var mail = smtp.getReceivedMessages()[0];
        assertEquals("重新设置密码", mail.getSubject());
        assertTrue(part(mail, 0).contains("https://expo.example.org/reset?token=t0ken"));
        assertEquals("letter.reset", notify.mail().getFirst().kind());
        now = now.plusSeconds(3_600);
        assertTrue(notify.send(letter), "it is taken over");
        await(() -> notify.mail().getFirst().state().equals("dead"));
        assertEquals(1, smtp.getReceivedMessages().length, "a link that ended is sent to nobody");
    }

    @Test
    void aDigestTellsInTheEveningWhatIsUnreadAndWhatComesTomorrowOnceADay() throws Exception {
        var keynote = new Ref("session", "keynote");
        personal.provide(
                "forum",
                "session",
                refs -> List.of(new Calendar.Entry(
                        keynote,
                        new Text("主旨演讲", "Keynote"),
                        "Hall 1",
                        Instant.parse("2026-05-19T01:00:00Z"),
                        Instant.parse("2026-05-19T02:00:00Z"),
                        1,
                        now)));
        personal.star(ANNA, List.of(keynote));
        notify.wish(ANNA, new Wish(true, Map.of()));
        notify.wish(BERT, new Wish(true, Map.of()));
        notify.send(ANNA, INTEREST);
        notify.send(BERT, INTEREST);
        now = Instant.parse("2026-05-18T06:00:00Z");
        notify.digest();
        assertEquals(List.of(), notify.mail(), "it is two in the afternoon at the venue");
        now = Instant.parse("2026-05-18T10:00:00Z");
        notify.digestsFrom(() -> 21);
        notify.digest();
        assertEquals(List.of(), notify.mail(), "the organiser wants them to go out at nine");
        notify.digestsFrom(() -> 17);
        notify.digest();
        notify.digest();
        assertTrue(smtp.waitForIncomingEmail(20_000, 1));
        await(() -> notify.mail().stream().allMatch(row -> row.state().equals("sent")));
        assertEquals(1, smtp.getReceivedMessages().length);
        var plain = part(smtp.getReceivedMessages()[0], 0);
        assertTrue(plain.contains("Hello Anna"), plain);
        assertTrue(plain.contains("Somebody is interested"), plain);
        assertTrue(plain.contains("09:00–10:00 Keynote · Hall 1"), plain);
    }

    @Test
    void mailThatNoServerTakesIsTriedAgainAndAfterAllItDoesWaitsForTheOrganiser() throws Exception {
        var port = smtp.getSmtp().getPort();
        smtp.stop();
        notify.wish(ANNA, new Wish(false, Map.of("trading.interest", Way.MAIL)));
        notify.send(ANNA, INTEREST);
        await(() -> notify.mail().getFirst().attempts() == 1);
        var waiting = notify.mail().getFirst();
        assertEquals("queued", waiting.state());
        assertFalse(waiting.error().contains("anna"), waiting.error());
        assertTrue(port > 0);
        assertEquals(0, notify.dead());
    }

    @Test
    void organisersFindMailThatFailedAndTryItAgainOrThrowItAway() throws Exception {
        smtp.stop();
        now = now.plusSeconds(3_600);
        for (var to : List.of("anna@example.org", "bert@example.org", "cleo@example.org")) {
            notify.send(new Letter(to, Language.EN, Letter.Kind.RESET, "/reset?token=t", now.minusSeconds(1)));
        }
        await(() -> notify.dead() == 3);
        var first = notify.mail("dead", "", "", 2);
        assertEquals(2, first.rows().size());
        assertEquals(3, first.count("dead"));
        var rest = notify.mail("dead", "", first.next().orElseThrow(), 2);
        assertEquals(1, rest.rows().size());
        assertTrue(rest.next().isEmpty());
        assertEquals(List.of(), notify.mail("queued", "", "", 2).rows());
        assertEquals(List.of(), notify.mail("", "100%", "", 2).rows(), "a wildcard is a character like any other");
        var bert = notify.mail("", "BERT@", "", 2).rows().getFirst();
        assertEquals("bert@example.org", bert.recipient());
        assertTrue(bert.error().contains("link ended"), bert.error());

        assertEquals(1, notify.drop(List.of(bert.id(), "no such mail")));
        assertEquals(0, notify.retry(List.of(bert.id())));
        assertEquals(2, notify.retry(notify.deadMail()));
        await(() -> notify.dead() == 2);
        assertEquals(2, notify.drop(notify.deadMail()));
        assertEquals(List.of(), notify.mail("", "", "", 2).rows());
    }

    @Test
    void withoutAMailServerNothingIsQueuedAndTheInboxStillWorks() {
        realtime.close();
        tasks.close();
        store.log().withdraw("core");
        build(Optional.empty());
        notify.wish(ANNA, new Wish(true, Map.of("trading.interest", Way.MAIL)));
        notify.send(ANNA, INTEREST);
        notify.digest();
        assertFalse(notify.mails());
        assertEquals(List.of(), notify.mail());
        assertEquals(1, notify.unread(ANNA));
    }

    @Test
    void anErasedPersonIsInNoInboxAndOnNoMail() throws Exception {
        smtp.stop();
        notify.wish(ANNA, new Wish(true, Map.of("trading.interest", Way.MAIL)));
        notify.send(ANNA, INTEREST);
        notify.send(BERT, INTEREST);
        assertEquals(Set.of("inbox", "mail", "mailWishes"), notify.export(ANNA).keySet());
        identity.eraseAll(ANNA);
        assertEquals(Map.of(), notify.export(ANNA));
        assertEquals(List.of(), notify.mail());
        assertEquals(1, notify.unread(BERT));
    }

    private static String part(MimeMessage mail, int index) throws Exception {
        return ((MimeMultipart) mail.getContent())
                .getBodyPart(index)
                .getContent()
                .toString();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "it never came");
            java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
        }
    }
}
