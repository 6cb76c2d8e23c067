package org.pavilion.server.live.view;

import java.util.Optional;

/**
 * What a site shall show.
 *
 * @param kind card, encoder, elsewhere or none
 * @param address of a playlist, when the kind is elsewhere
 */
public record SiteDraft(String kind, Optional<String> labelZh, Optional<String> labelEn, Optional<String> address) {}
