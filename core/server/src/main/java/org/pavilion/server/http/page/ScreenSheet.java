package org.pavilion.server.http.page;

import java.util.Optional;
import org.pavilion.server.live.view.DisplayView;

/**
 * A page that fills a screen of the venue.
 *
 * @param state pair: waits to be let in; show: shows a room; preview: a moderator looks at what screens show;
 *     person: somebody is signed in here, so it cannot become a screen
 * @param view projector, lower-third or kiosk
 * @param place which screen it is; empty when its address does not say
 */
public record ScreenSheet(String state, String room, String view, String place, Optional<DisplayView> display) {}
