package org.pavilion.plugin.scifi;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Problem;
import org.pavilion.api.Quantity;
import org.pavilion.api.Ref;
import org.pavilion.api.Source;
import org.pavilion.api.Text;

/**
 * A prop, device, group or theme of the exhibit, as it is imported and kept.
 *
 * @param type what sort of exhibit it is, e.g. {@code film-prop}
 * @param work the film or book it comes from; no asset of it is shown
 * @param firstPublicShow whether the public had not seen it before
 * @param item id of an exhibited technology that it is set beside
 * @param count a plain number, or a figure with unit and qualifier
 * @param counts further stated figures by name
 * @param model name of a model that the plugin brings; only with rights
 * @param story what the exhibit tells, in paragraphs
 * @param scene what fiction imagines
 * @param gap what is there of it today, and what is not
 * @param tour the parts of the model, in the order one looks at them
 */
public record Exhibit(
        String id,
        Optional<String> kind,
        Text name,
        Text summary,
        String edition,
        String type,
        Optional<Text> work,
        Optional<Boolean> firstPublicShow,
        Optional<String> item,
        Optional<Object> count,
        Map<String, Quantity> counts,
        Optional<String> model,
        Optional<Text> story,
        Optional<Text> scene,
        Optional<Text> gap,
        Optional<Text> makers,
        Optional<Rights> rights,
        List<Stop> tour,
        Optional<Boolean> synthetic,
        List<Source> source) {

    /**
     * Who allows that something of the exhibit is shown.
     *
     * @param licence short name of the licence, e.g. {@code Apache-2.0}
     */
    public record Rights(Text holder, String licence, Optional<Text> note) {}

    /**
     * A stop of the tour.
     *
     * @param spot name of the place in the model
     */
    public record Stop(String spot, Text title, Text text) {}

    public Ref ref() {
        return new Ref("scifi", id);
    }

    /** Refuses what could not be shown: figures that are none, and models that nobody allowed. */
    void check() {
        figures();
        if (model.isPresent()
                && rights.filter(given -> !given.licence().isBlank()).isEmpty()) {
            throw Problem.invalid("/rights", "a model is shown only with its rights: holder and licence");
        }
        model.ifPresent(name -> {
            if (!name.matches("[a-z][a-z0-9-]*")) {
                throw Problem.invalid("/model", "is no name of a model");
            }
        });
    }

    /** Whether visitors are asked when it will be real. */
    public boolean asks() {
        return model.isPresent() || type.equals("fiction-reality-pair") || type.equals("theme-question");
    }

    public boolean invented() {
        return synthetic.orElse(false);
    }

    /** The stated figures by name; {@code count} is the one without a name of its own. */
    Map<String, Quantity> figures() {
        var figures = new LinkedHashMap<String, Quantity>();
        count.ifPresent(value -> figures.put("count", figure(value)));
        figures.putAll(counts);
        return figures;
    }

    private static Quantity figure(Object value) {
        if (value instanceof Integer number) {
            return new Quantity(BigDecimal.valueOf(number), "items", Quantity.Qualifier.EXACT);
        }
        if (value instanceof Map<?, ?> figure
                && figure.get("value") instanceof Integer number
                && figure.get("unit") instanceof String unit
                && figure.get("qualifier") instanceof String qualifier) {
            return new Quantity(BigDecimal.valueOf(number), unit, Quantity.Qualifier.of(qualifier));
        }
        throw Problem.invalid("/count", "a whole number, or a value with unit and qualifier is required");
    }
}
