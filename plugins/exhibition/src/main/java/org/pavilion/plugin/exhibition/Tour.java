package org.pavilion.plugin.exhibition;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Text;

/**
 * A walk through a hall to the stands a visitor chose.
 *
 * @param label says that the layout is invented
 * @param from id of the gate where it starts
 * @param own whether the order is the visitor's; else the shortest that was found
 * @param stay minutes at each stand
 * @param unknown ids that are no stand of this hall
 * @param over how many stands were left out because a tour has at most sixty
 * @param metres to walk
 * @param walking minutes to walk
 * @param minutes with the time at the stands
 * @param way corners of the walk: x and y in metres each
 */
public record Tour(
        String hall,
        Text name,
        Text label,
        String from,
        List<HallPlan.Gate> gates,
        boolean own,
        int stay,
        List<Stop> stops,
        List<String> unknown,
        int over,
        int metres,
        int walking,
        int minutes,
        List<List<Double>> way) {

    /**
     * A stand on the way.
     *
     * @param shows what stands there in a few words
     * @param colour place of its zone in the palette of eight
     * @param x middle of the stand
     * @param metres from the stop before; empty when no way leads there
     */
    public record Stop(
            String id,
            String code,
            Text name,
            Optional<Text> shows,
            Text zone,
            int colour,
            boolean synthetic,
            double x,
            double y,
            Optional<Integer> metres) {}

    /** Ids of the stops in order. */
    public List<String> ids() {
        return stops.stream().map(Stop::id).toList();
    }
}
