package org.pavilion.server.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Edition;
import org.pavilion.api.PartialDate;
import org.pavilion.api.Ref;
import org.pavilion.api.Text;
import org.pavilion.server.directory.Lines.Dates;
import org.pavilion.server.directory.Lines.EditionLine;

/** The one invented edition: open, with every board, around the day the demo was first started. */
final class DemoDays {
    static final String ID = "ed-demo-days";
    static final Ref REF = new Ref("edition", ID);
    static final long SEED = 20_260_519L;

    private static final String SERIES = "demo-days";
    private static final String ZONE = "Asia/Shanghai";
    private static final List<String> BOARDS =
            List.of("conference", "exhibition", "trading", "release", "contest", "side-events", "insight", "finance");

    private DemoDays() {}

    static LocalDate day(Instant now) {
        return now.atZone(ZoneId.of(ZONE)).toLocalDate();
    }

    /** Yesterday, today and tomorrow, seen from the first start. */
    static EditionLine around(LocalDate day) {
        return new EditionLine(
                ID,
                Optional.of("edition"),
                new Text("演示日", "Demo days"),
                new Text(
                        "为演示而虚构的一届：场次围绕首次启动之日排定，全部内容均标明为演示。",
                        "An invented edition for demonstration: sessions lie around the day of the first start, and all of it is marked so."),
                SERIES,
                day.getYear(),
                Optional.empty(),
                "open",
                new Dates(
                        Optional.of(PartialDate.of(day.minusDays(1))),
                        Optional.of(PartialDate.of(day.plusDays(1))),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()),
                Optional.empty(),
                BOARDS,
                "hybrid",
                Optional.of(new Text("推开展馆的门", "Open the doors")),
                List.of(),
                Optional.of(ZONE),
                Optional.of(true),
                List.of());
    }

    /** What an empty house shows until an organiser imports an edition. */
    static Edition none() {
        return new Edition(
                "none",
                "none",
                1970,
                new Text("尚无届次", "No edition yet"),
                new Text("组织者尚未导入任何届次。", "The organiser has not imported an edition yet."),
                Edition.Status.ANNOUNCED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "unknown",
                Optional.empty(),
                ZONE,
                false);
    }
}
