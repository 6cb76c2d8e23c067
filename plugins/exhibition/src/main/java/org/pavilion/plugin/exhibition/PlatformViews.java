package org.pavilion.plugin.exhibition;

import java.util.Optional;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Problem;

/** Answers what platforms look like. */
final class PlatformViews {
    private final PluginContext context;
    private final Platforms platforms;
    private final Cards cards;

    PlatformViews(PluginContext context, Platforms platforms, Cards cards) {
        this.context = context;
        this.platforms = platforms;
        this.cards = cards;
    }

    PlatformView platform(String id) {
        var platform = context.storage()
                .read(h -> platforms.find(h, id))
                .orElseThrow(() -> Problem.notFound("platform " + id));
        return dressed(platform);
    }

    private PlatformView dressed(Platform platform) {
        return new PlatformView(
                platform,
                context.directory().edition(platform.edition()),
                context.directory().organisations(platform.builders()),
                context.links().of(platform.ref()).stream()
                        .filter(link -> !link.relation().equals("built-by"))
                        .toList());
    }

    PlatformsView platforms(Optional<String> edition) {
        var found = context.storage().read(h -> platforms.of(h, edition));
        var all = context.storage().read(h -> platforms.of(h, Optional.empty()));
        return new PlatformsView(
                found.stream().map(this::dressed).toList(),
                cards.editions(all.stream().map(Platform::edition).distinct().toList()),
                edition.orElse(""));
    }
}
