package org.pavilion.server.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.pavilion.api.Caller;
import org.pavilion.api.Language;
import org.pavilion.api.Permission;
import org.pavilion.api.Scope;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.json.Json;
import org.pavilion.server.plugin.Mount;
import org.pavilion.server.plugin.PluginHost;
import org.pavilion.server.plugin.UiManifest;

/**
 * What the shell reads from {@code #pv-boot}: which module defines which island of the page, which
 * plugin fills which slot, and the words they need.
 */
final class Boot {
    /** Stands where a plugin's id stands for the house's own islands. */
    private static final String HOUSE = "core";

    private static final Pattern ISLAND = Pattern.compile("data-island=\"([A-Za-z0-9]{1,60})\"");

    private final PluginHost plugins;
    private final Identity identity;
    private final Json json;

    Boot(PluginHost plugins, Identity identity, Json json) {
        this.plugins = plugins;
        this.identity = identity;
        this.json = json;
    }

    /** One island; {@code version} is {@code <version>-<hash8>} and changes with any byte of the plugin's front end. */
    record Element(String plugin, String version, String module, Optional<String> style) {}

    record Entry(
            String plugin,
            String element,
            String title,
            Optional<Integer> minHeight,
            int order,
            Map<String, String> when) {}

    /** @param frame name of the set of plugins that the page's frame shows */
    record Data(
            String build,
            String frame,
            String locale,
            String path,
            Map<String, Element> elements,
            Map<String, List<Entry>> slots,
            Map<String, Map<String, String>> strings) {}

    /** The boot data of a page, the modules worth preloading, and the style sheets of the plugins it is made by. */
    record Page(String json, List<String> preload, List<String> styles) {}

    Page page(Frame.Build build, Language language, String path, String html, Caller caller) {
        var elements = new LinkedHashMap<String, Element>();
        build.islands()
                .forEach(
                        (name, module) -> elements.put(name, new Element(HOUSE, build.id(), module, Optional.empty())));
        var slots = new LinkedHashMap<String, List<Entry>>();
        var speaking = new LinkedHashSet<Mount>();
        var styles = new LinkedHashSet<String>();
        var wanted = islands(html);
        for (var mount : plugins.mounts()) {
            mount.ui().ifPresent(ui -> {
                for (var name : ui.elements()) {
                    elements.putIfAbsent(name, element(mount, ui));
                    if (wanted.contains(name)) {
                        speaking.add(mount);
                    }
                }
                if (speaking.contains(mount) || mount.page(path).isPresent()) {
                    ui.style().ifPresent(style -> styles.add(mount.assetPath() + style));
                }
                for (var each : ui.contributions()) {
                    each.element().filter(e -> visible(each, caller)).ifPresent(name -> {
                        slots.computeIfAbsent(each.slot(), s -> new ArrayList<>())
                                .add(new Entry(
                                        mount.info().id(),
                                        name,
                                        each.title().map(t -> t.in(language)).orElse(name),
                                        each.minHeight(),
                                        each.order(),
                                        each.when()));
                        speaking.add(mount);
                    });
                }
            });
        }
        var strings = new LinkedHashMap<String, Map<String, String>>();
        speaking.forEach(
                mount -> strings.put(mount.info().id(), mount.messages().islands(language)));
        var data =
                new Data(build.id(), Navigation.name(plugins.mounts()), language.tag(), path, elements, slots, strings);
        var preload = elements.entrySet().stream()
                .filter(each -> wanted.contains(each.getKey()))
                .map(each -> each.getValue().module())
                .distinct()
                .toList();
        return new Page(inScript(json.text(data)), preload, List.copyOf(styles));
    }

    /** Entries of the main navigation by order, then plugin id. */
    List<UiManifest.Contribution> navigation(Caller caller) {
        return plugins.mounts().stream()
                .flatMap(mount -> mount.ui().stream())
                .flatMap(ui -> ui.contributions().stream())
                .filter(each -> each.slot().equals("nav.main") && visible(each, caller))
                .filter(each -> each.href().isPresent() && each.label().isPresent())
                .sorted(java.util.Comparator.comparingInt(UiManifest.Contribution::order))
                .toList();
    }

    private boolean visible(UiManifest.Contribution each, Caller caller) {
        return each.permission()
                .map(name -> identity.can(caller, new Permission(name), Scope.EXPO))
                .orElse(true);
    }

    private static Set<String> islands(String html) {
        var names = new LinkedHashSet<String>();
        var match = ISLAND.matcher(html);
        while (match.find()) {
            names.add(match.group(1));
        }
        return names;
    }

    private static Element element(Mount mount, UiManifest ui) {
        var base = mount.assetPath();
        return new Element(
                mount.info().id(),
                mount.assetVersion(),
                base + ui.entry().orElse("main.js"),
                ui.style().map(style -> base + style));
    }

    /** No end tag, comment or CDATA can begin inside the element. */
    private static String inScript(String text) {
        return text.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
