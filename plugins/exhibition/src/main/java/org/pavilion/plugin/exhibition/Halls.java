package org.pavilion.plugin.exhibition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Edition;
import org.pavilion.api.Language;
import org.pavilion.api.Text;

/** Draws the hall of an edition from its zones and booths. */
final class Halls {
    static final Text DEMO_LAYOUT = new Text("演示布局", "Demo layout");

    private static final Text GENERAL = new Text("综合展区", "General area");
    private static final Text STAGE = new Text("主舞台", "Main stage");
    private static final double DOOR = 3;

    private final Zones zones;
    private final Booths booths;
    private final Items items;

    Halls(Zones zones, Booths booths, Items items) {
        this.zones = zones;
        this.booths = booths;
        this.items = items;
    }

    HallPlan plan(Handle h, Edition edition) {
        var standing = booths.of(h, edition.id());
        var areas = areas(zones.of(h, edition.id()), standing);
        var floor = FloorPlan.of(areas.stream().map(Ground::capacity).toList());
        return new HallPlan(
                edition.id(),
                edition.name(),
                DEMO_LAYOUT,
                floor.width(),
                floor.height(),
                List.of(
                        new HallPlan.Gate(
                                "south", new Text("南门", "South gate"), floor.width() / 2, floor.height() - DOOR),
                        new HallPlan.Gate("north", new Text("北门", "North gate"), floor.width() / 2, DOOR)),
                stage(floor.stage()),
                drawn(areas, floor),
                stands(standing, areas, floor, shown(h, edition, standing)),
                vacant(standing, areas, floor));
    }

    /** Part of the floor, before it is measured out. */
    private record Ground(String id, String letter, Text name, int colour, boolean synthetic, int capacity) {
        boolean holds(Booth booth) {
            return booth.code().startsWith(letter + "-");
        }
    }

    private static List<Ground> areas(List<Zone> zones, List<Booth> booths) {
        var areas = new ArrayList<Ground>();
        for (var zone : zones) {
            int needed = Math.max(highest(zone.letter(), booths), zone.capacity());
            if (needed > 0) {
                areas.add(new Ground(zone.id(), zone.letter(), zone.name(), zone.colour(), zone.synthetic(), needed));
            }
        }
        int general = highest(ZoneLetters.GENERAL, booths);
        if (general > 0) {
            areas.add(new Ground("", ZoneLetters.GENERAL, GENERAL, areas.size() % 8, false, general));
        }
        return areas;
    }

    /** The highest number of a stand with this letter; 0 when there is none. */
    static int highest(String letter, List<Booth> booths) {
        return booths.stream()
                .filter(booth -> booth.code().startsWith(letter + "-"))
                .mapToInt(Halls::number)
                .max()
                .orElse(0);
    }

    private static int number(Booth booth) {
        return Integer.parseInt(booth.code().substring(booth.code().indexOf('-') + 1));
    }

    private static HallPlan.Stage stage(FloorPlan.Box box) {
        return new HallPlan.Stage(STAGE, box.x(), box.y(), box.width(), box.height());
    }

    private static List<HallPlan.Area> drawn(List<Ground> areas, FloorPlan floor) {
        var drawn = new ArrayList<HallPlan.Area>();
        for (int i = 0; i < areas.size(); i++) {
            var area = areas.get(i);
            var box = floor.areas().get(i).box();
            drawn.add(new HallPlan.Area(
                    area.id(),
                    area.letter(),
                    area.name(),
                    area.colour(),
                    area.synthetic(),
                    box.x(),
                    box.y(),
                    box.width(),
                    box.height()));
        }
        return drawn;
    }

    /** What each booth shows: a guest of an invented edition brings what it showed anywhere. */
    private List<Optional<Text>> shown(Handle h, Edition edition, List<Booth> booths) {
        var newest = items.firstOf(h, edition.synthetic() ? Optional.empty() : Optional.of(edition.id()));
        return booths.stream()
                .map(booth -> booth.exhibitor().map(newest::get).or(() -> tagged(booth)))
                .toList();
    }

    private static Optional<Text> tagged(Booth booth) {
        return booth.tags().isEmpty()
                ? Optional.empty()
                : Optional.of(new Text(
                        Tags.in(Language.ZH, booth.tags()).getFirst(),
                        Tags.in(Language.EN, booth.tags()).getFirst()));
    }

    private static HallPlan.Stands stands(
            List<Booth> booths, List<Ground> areas, FloorPlan floor, List<Optional<Text>> shown) {
        var zone = new ArrayList<Integer>();
        var box = new ArrayList<List<Double>>();
        for (var booth : booths) {
            int area = indexOf(areas, booth);
            zone.add(area);
            box.add(corners(floor.areas().get(area).stands().get(number(booth) - 1)));
        }
        return new HallPlan.Stands(
                booths.stream().map(Booth::id).toList(),
                booths.stream().map(Booth::code).toList(),
                booths.stream().map(booth -> booth.name().zh()).toList(),
                booths.stream().map(booth -> booth.name().en()).toList(),
                zone,
                booths.stream().map(booth -> booth.synthetic() ? 1 : 0).toList(),
                booths.stream()
                        .map(booth ->
                                booth.fields().isEmpty() ? "" : booth.fields().getFirst())
                        .toList(),
                shown.stream().map(each -> each.map(Text::zh).orElse("")).toList(),
                shown.stream().map(each -> each.map(Text::en).orElse("")).toList(),
                box);
    }

    private static int indexOf(List<Ground> areas, Booth booth) {
        for (int i = 0; i < areas.size(); i++) {
            if (areas.get(i).holds(booth)) {
                return i;
            }
        }
        throw new IllegalStateException("no area for stand " + booth.code());
    }

    private static List<List<Double>> vacant(List<Booth> booths, List<Ground> areas, FloorPlan floor) {
        var vacant = new ArrayList<List<Double>>();
        for (int i = 0; i < areas.size(); i++) {
            var area = areas.get(i);
            var taken = booths.stream().filter(area::holds).map(Halls::number).toList();
            var stands = floor.areas().get(i).stands();
            for (int number = 1; number <= stands.size(); number++) {
                if (!taken.contains(number)) {
                    var each = new ArrayList<>(corners(stands.get(number - 1)));
                    each.add((double) i);
                    vacant.add(List.copyOf(each));
                }
            }
        }
        return vacant;
    }

    private static List<Double> corners(FloorPlan.Box box) {
        return List.of(box.x(), box.y(), box.width(), box.height());
    }
}
