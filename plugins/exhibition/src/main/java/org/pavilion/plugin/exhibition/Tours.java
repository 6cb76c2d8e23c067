package org.pavilion.plugin.exhibition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Problem;
import org.pavilion.api.Text;

/** Plans walks: a pure function of the floor and the wish. */
final class Tours {
    /** How far a visitor comes in a minute of a full hall. */
    private static final int METRES_A_MINUTE = 60;

    private final HallPlan plan;
    private final TourGrid grid;
    private final TourWish wish;
    private final HallPlan.Gate gate;
    private final List<Integer> stands;
    private final List<TourGrid.Field> fields;

    private Tours(HallPlan plan, TourWish wish) {
        this.plan = plan;
        this.wish = wish;
        this.grid = new TourGrid(plan);
        this.gate = plan.gates().stream()
                .filter(each -> wish.from().isEmpty() || each.id().equals(wish.from()))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("/from", "no gate of this hall"));
        this.stands = wish.stops().stream()
                .map(plan.stands().id()::indexOf)
                .filter(index -> index >= 0)
                .toList();
        this.fields = stands.stream()
                .map(index -> grid.field(plan.stands().box().get(index)))
                .toList();
    }

    static Tour of(HallPlan plan, TourWish wish) {
        return new Tours(plan, wish).tour();
    }

    private Tour tour() {
        var stops = new ArrayList<Tour.Stop>();
        var way = new ArrayList<List<Double>>();
        int here = grid.cell(gate.x(), gate.y());
        int cost = 0;
        for (int each : order()) {
            var field = fields.get(each);
            int leg = field.cost(here);
            if (leg >= TourGrid.FAR) {
                stops.add(stop(stands.get(each), Optional.empty()));
                continue;
            }
            var corners = grid.descend(field, here);
            corners.stream()
                    .skip(way.isEmpty() ? 0 : 1)
                    .map(grid::middle)
                    .forEach(at -> way.add(List.of(at.x(), at.y())));
            here = corners.getLast();
            cost += leg;
            stops.add(stop(stands.get(each), Optional.of(TourGrid.metres(leg))));
        }
        int metres = TourGrid.metres(cost);
        int walking = Math.ceilDiv(metres, METRES_A_MINUTE);
        return new Tour(
                plan.hall(),
                plan.name(),
                plan.label(),
                gate.id(),
                plan.gates(),
                wish.own(),
                wish.stay(),
                List.copyOf(stops),
                wish.stops().stream()
                        .filter(id -> !plan.stands().id().contains(id))
                        .toList(),
                wish.over(),
                metres,
                walking,
                walking + wish.stay() * stops.size(),
                List.copyOf(way));
    }

    private List<Integer> order() {
        var given = new ArrayList<Integer>();
        for (int i = 0; i < stands.size(); i++) {
            given.add(i);
        }
        if (wish.own()) {
            return given;
        }
        int start = grid.cell(gate.x(), gate.y());
        var fromGate = fields.stream().mapToInt(field -> field.cost(start)).toArray();
        var between = new int[given.size()][given.size()];
        for (int i = 0; i < given.size(); i++) {
            for (int j = 0; j < given.size(); j++) {
                between[i][j] = i == j ? 0 : fields.get(i).apart(fields.get(j));
            }
        }
        return TourOrder.of(fromGate, between);
    }

    private Tour.Stop stop(int index, Optional<Integer> metres) {
        var all = plan.stands();
        var area = plan.zones().get(all.zone().get(index));
        var box = all.box().get(index);
        var zh = all.showsZh().get(index);
        var en = all.showsEn().get(index);
        return new Tour.Stop(
                all.id().get(index),
                all.code().get(index),
                new Text(all.nameZh().get(index), all.nameEn().get(index)),
                zh.isEmpty() && en.isEmpty() ? Optional.empty() : Optional.of(new Text(zh, en)),
                area.name(),
                area.colour(),
                all.synthetic().get(index) == 1,
                box.get(0) + box.get(2) / 2,
                box.get(1) + box.get(3) / 2,
                metres);
    }
}
