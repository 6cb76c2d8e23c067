package org.pavilion.server.live.view;

import java.util.List;

/** The captions of a room in one language, in the order of media time. */
public record CueList(String language, List<CueView> cues) {}
