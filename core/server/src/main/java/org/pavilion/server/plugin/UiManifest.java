package org.pavilion.server.plugin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Text;

/**
 * {@code ui/ui.json}: what a plugin adds to the house's pages on the browser's side.
 *
 * @param api version of this format, 1
 * @param entry ES module below {@code ui/}; empty when there are no elements
 * @param style style sheet below {@code ui/}
 * @param elements names of the custom elements the module exports
 */
public record UiManifest(
        int api,
        Optional<String> entry,
        Optional<String> style,
        List<String> elements,
        List<Contribution> contributions) {

    /**
     * One entry of a slot.
     *
     * @param element one of the exported custom elements, for slots that show an island
     * @param href site path, for navigation
     * @param when data that must match the slot's context: tag, type, edition
     * @param permission declared permission without which it is hidden
     */
    public record Contribution(
            String slot,
            Optional<String> element,
            Optional<String> href,
            Optional<Text> label,
            Optional<Text> title,
            Optional<String> icon,
            Optional<Integer> minHeight,
            int order,
            Map<String, String> when,
            Optional<String> permission) {}
}
