package org.pavilion.plugin.exhibition;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Edition;
import org.pavilion.api.Link;
import org.pavilion.api.Organisation;

/** A platform with its builders and what it is linked to. */
public record PlatformView(
        Platform platform, Optional<Edition> edition, List<Organisation> builders, List<Link> related) {}
