package org.pavilion.plugin.forum;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pavilion.api.Text;

/**
 * Where each session of a day stands in a grid: a column for each place, a row for each hour at which
 * something begins or ends. Sessions that overlap in one place stand in columns of their own.
 *
 * @param halls columns from the left
 * @param hours labelled rows: the hours at which something begins
 * @param cells place in the grid by session id
 * @param now the row in which the present lies; 0 when it is before or after everything
 */
public record Timetable(List<Hall> halls, List<Hour> hours, Map<String, Cell> cells, int now) {
    /** Lines of the grid before the first hall and the first hour. */
    private static final int HEAD = 2;

    public record Hall(Text name, int column) {}

    public record Hour(Instant at, int row) {}

    /** Grid lines where the session begins, and how many rows it takes. */
    public record Cell(int column, int row, int rows) {}

    private static final Text NOWHERE = new Text("地点待定", "Place to be announced");

    static Timetable of(List<AgendaView.Slot> slots, Instant present) {
        var timed = slots.stream().filter(AgendaView.Slot::timed).toList();
        var edges = new TreeSet<Instant>();
        timed.forEach(slot -> {
            edges.add(slot.start().orElseThrow());
            edges.add(slot.end().orElseThrow());
        });
        var rows = new TreeMap<Instant, Integer>();
        edges.forEach(edge -> rows.put(edge, rows.size() + HEAD));

        var lanes = new LinkedHashMap<Text, List<List<AgendaView.Slot>>>();
        timed.forEach(
                slot -> place(lanes.computeIfAbsent(slot.place().orElse(NOWHERE), hall -> new ArrayList<>()), slot));

        var halls = new ArrayList<Hall>();
        var cells = new LinkedHashMap<String, Cell>();
        lanes.forEach((name, ofHall) -> ofHall.forEach(lane -> {
            int column = halls.size() + HEAD;
            halls.add(new Hall(name, column));
            for (var slot : lane) {
                int from = row(rows, slot.start().orElseThrow());
                cells.put(slot.id(), new Cell(column, from, row(rows, slot.end().orElseThrow()) - from));
            }
        }));
        var hours = timed.stream()
                .map(slot -> slot.start().orElseThrow())
                .distinct()
                .sorted()
                .map(start -> new Hour(start, row(rows, start)))
                .toList();
        var floor = rows.floorEntry(present);
        boolean within = floor != null && rows.higherKey(present) != null;
        return new Timetable(List.copyOf(halls), hours, cells, within ? floor.getValue() : 0);
    }

    private static int row(TreeMap<Instant, Integer> rows, Instant edge) {
        var row = rows.get(edge);
        return row == null ? HEAD : row;
    }

    /** Into the first lane that is free at its start. */
    private static void place(List<List<AgendaView.Slot>> lanes, AgendaView.Slot slot) {
        for (var lane : lanes) {
            if (!lane.getLast().end().orElseThrow().isAfter(slot.start().orElseThrow())) {
                lane.add(slot);
                return;
            }
        }
        lanes.add(new ArrayList<>(List.of(slot)));
    }
}
