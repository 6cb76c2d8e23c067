package org.pavilion.api;

import java.util.Optional;

/**
 * A main division of one edition: data, not code.
 *
 * @param id slug, unique within the edition
 * @param plugin id of the plugin that runs it; empty for a plain content page
 * @param path page to open, e.g. {@code /halls}
 */
@Stable
public record Board(String id, Text name, Optional<String> plugin, String path, int order) {}
