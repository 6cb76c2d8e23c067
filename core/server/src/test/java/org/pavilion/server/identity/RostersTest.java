package org.pavilion.server.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.api.Language;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Scope;
import org.pavilion.server.identity.Roster.Outcome;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.Store;
import org.pavilion.server.telemetry.Telemetry;

/** People invited from a table. */
@BothStores
final class RostersTest {
    private static final Ref OPERATOR = new Ref("operator", "operator");

    @TempDir
    Path data;

    private final TestClock clock = new TestClock();
    private Identity identity;
    private Ref organiser;

    @BeforeEach
    void open(Store store) {
        var core = store.mount("core");
        identity = new Identity(core, store.events("core", core), ServerSettings.local(data), new Telemetry(), clock);
        organiser = identity.accounts()
                .create("chief@example.org", "Chief", Language.EN)
                .ref();
        identity.rights().grant(organiser, "organiser", Scope.EXPO, Optional.empty(), OPERATOR);
    }

    @AfterEach
    void close() {
        identity.close();
    }

    @Test
    void everyProblemIsNamedByItsLine() {
        identity.accounts().block(known("shut@example.org"), OPERATOR);
        var plan = preview(
                line(2, "good@example.org", "Good", "", "moderator", "hall:h1"),
                line(3, "no address", "A", "", "", ""),
                line(4, "GOOD@example.org", "Again", "", "speaker", ""),
                line(5, "b@example.org", "", "", "", ""),
                line(6, "c@example.org", "C", "klingon", "", ""),
                line(7, "d@example.org", "D", "", "emperor", ""),
                line(8, "e@example.org", "E", "", "moderator", "hall of fame"),
                line(9, "f@example.org", "F", "", "", "hall:h1"),
                line(10, "g@example.org", "G", "", "operator", ""),
                line(11, "h@example.org", "H", "", "attendee", ""),
                line(12, "shut@example.org", "S", "", "speaker", ""));

        assertEquals(
                List.of(
                        "2 ",
                        "3 email",
                        "4 twice:2",
                        "5 name",
                        "6 language",
                        "7 role",
                        "8 scope",
                        "9 scope-alone",
                        "10 rank",
                        "11 role",
                        "12 blocked"),
                plan.entries().stream()
                        .map(entry -> entry.line() + " " + entry.code())
                        .toList());
        assertTrue(identity.accounts().byEmail("good@example.org").isEmpty(), "a preview stores nothing");
    }

    @Test
    void newPeopleAreInvitedAndKnownOnesOnlyGetTheRole() {
        var known = known("known@example.org");
        var moderator = known("moderator@example.org");
        identity.rights().grant(moderator, "moderator", Scope.EXPO, Optional.empty(), OPERATOR);
        var letters = identity.accounts().letters(OPERATOR).size();

        var plan = preview(
                line(2, "new@example.org", "New", "英文", "主持人", "hall:h1"),
                line(3, "known@example.org", "", "", "Speaker", ""),
                line(4, "moderator@example.org", "", "", "moderator", ""));
        var roster = identity.rosters().run(plan, organiser);

        assertEquals(
                List.of(Outcome.INVITED, Outcome.GRANTED, Outcome.SAME),
                roster.rows().stream().map(Roster.Row::outcome).toList());
        var fresh = identity.accounts().byEmail("new@example.org").orElseThrow();
        assertEquals(Language.EN, fresh.language());
        assertEquals(Account.State.INVITED, fresh.state());
        assertEquals("moderator", identity.rights().of(fresh.ref()).getFirst().role());
        assertEquals("speaker", identity.rights().of(known).getFirst().role());
        assertEquals(letters + 1, identity.accounts().letters(OPERATOR).size(), "one letter, to who is new");
        assertEquals(Optional.of(roster), identity.rosters().find(roster.id()));
        assertEquals(List.of(roster), identity.rosters().newest(5));
    }

    @Test
    void takenBackIsWhatNobodyAccepted() {
        var known = known("known@example.org");
        var roster = identity.rosters()
                .run(
                        preview(
                                line(2, "waits@example.org", "Waits", "", "moderator", ""),
                                line(3, "came@example.org", "Came", "", "moderator", ""),
                                line(4, "known@example.org", "", "", "speaker", "")),
                        organiser);
        var waits =
                identity.accounts().byEmail("waits@example.org").orElseThrow().ref();
        var came = identity.accounts().byEmail("came@example.org").orElseThrow().ref();
        identity.entrance().choosePassword(came, "Kranich über Wasser");

        var undone = identity.rosters().undo(roster.id(), organiser);

        assertEquals(
                List.of(Outcome.WITHDRAWN, Outcome.KEPT, Outcome.WITHDRAWN),
                undone.rows().stream().map(Roster.Row::outcome).toList());
        assertTrue(identity.accounts().find(waits).isEmpty());
        assertEquals(1, identity.rights().of(came).size(), "who came keeps what they came for");
        assertEquals(List.of(), identity.rights().of(known));
        assertEquals(
                "roster.undone",
                assertThrows(Problem.class, () -> identity.rosters().undo(roster.id(), organiser))
                        .code());
    }

    @Test
    void nobodyTakesBackWhatStandsAboveThem() {
        var roster = identity.rosters()
                .run(
                        identity.rosters()
                                .preview(
                                        List.of(line(2, "ops@example.org", "Ops", "", "operator", "")),
                                        Language.EN,
                                        OPERATOR),
                        OPERATOR);

        assertEquals(
                "role.too-high",
                assertThrows(Problem.class, () -> identity.rosters().undo(roster.id(), organiser))
                        .code());
        assertTrue(identity.accounts().byEmail("ops@example.org").isPresent());
    }

    @Test
    void whatChangedSinceThePreviewIsLeftOut() {
        var plan = preview(
                line(2, "late@example.org", "Late", "", "moderator", ""),
                line(3, "plain@example.org", "Plain", "", "", ""));
        identity.rights().of(organiser).forEach(grant -> identity.rights().revoke(grant.id(), OPERATOR));

        var roster = identity.rosters().run(plan, organiser);

        assertEquals(
                List.of(Outcome.LEFT_OUT, Outcome.INVITED),
                roster.rows().stream().map(Roster.Row::outcome).toList());
        assertTrue(identity.accounts().byEmail("late@example.org").isEmpty());
    }

    @Test
    void aListIsNoLongerThanSomebodyLooksThrough() {
        var lines = Collections.nCopies(Rosters.MOST + 1, line(2, "a@example.org", "A", "", "", ""));

        assertEquals(
                "roster.too-long",
                assertThrows(Problem.class, () -> identity.rosters().preview(lines, Language.EN, organiser))
                        .code());
    }

    private RosterPlan preview(RosterLine... lines) {
        return identity.rosters().preview(List.of(lines), Language.ZH, organiser);
    }

    private Ref known(String email) {
        return identity.accounts().create(email, "Known", Language.ZH).ref();
    }

    private static RosterLine line(int line, String email, String name, String language, String role, String scope) {
        return new RosterLine(line, email, name, language, role, scope);
    }
}
