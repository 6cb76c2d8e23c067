package org.pavilion.plugin.exhibition;

import java.util.List;
import org.pavilion.api.Text;

/**
 * The floor of an edition's exhibition as the map reads it: lists of equal length instead of a list
 * of objects, lengths in metres, {@code y} grows to the south.
 *
 * @param hall id of the hall, which is the edition's
 * @param label says that the layout is invented; show it with every drawing or export
 * @param vacant stands nobody has: x, y, width, height and zone index each
 */
public record HallPlan(
        String hall,
        Text name,
        Text label,
        double width,
        double height,
        List<Gate> gates,
        Stage stage,
        List<Area> zones,
        Stands stands,
        List<List<Double>> vacant) {

    /** A door of the hall. */
    public record Gate(String id, Text name, double x, double y) {}

    /** The stage in the middle of the hall. */
    public record Stage(Text name, double x, double y, double width, double height) {}

    /** A zone's part of the floor; {@code colour} is its place in the palette of eight. */
    public record Area(
            String id,
            String letter,
            Text name,
            int colour,
            boolean synthetic,
            double x,
            double y,
            double width,
            double height) {}

    /**
     * All booths, real ones first; {@code box} holds x, y, width and height.
     *
     * @param showsZh what stands there in a few words: an item of the exhibitor, else the booth's tag; may be empty
     */
    public record Stands(
            List<String> id,
            List<String> code,
            List<String> nameZh,
            List<String> nameEn,
            List<Integer> zone,
            List<Integer> synthetic,
            List<String> field,
            List<String> showsZh,
            List<String> showsEn,
            List<List<Double>> box) {}
}
