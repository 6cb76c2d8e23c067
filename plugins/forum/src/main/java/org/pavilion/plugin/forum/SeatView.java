package org.pavilion.plugin.forum;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Text;

/** A session's seats for somebody who is signed in, with their own. */
public record SeatView(
        SessionLine line, Optional<Text> when, List<SeatChannel> channels, Optional<OwnSeat> own, boolean open) {}
