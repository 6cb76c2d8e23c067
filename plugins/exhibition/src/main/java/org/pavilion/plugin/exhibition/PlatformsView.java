package org.pavilion.plugin.exhibition;

import java.util.List;
import org.pavilion.api.Edition;

/** The platforms of one edition, or of all. */
public record PlatformsView(List<PlatformView> platforms, List<Edition> editions, String edition) {}
