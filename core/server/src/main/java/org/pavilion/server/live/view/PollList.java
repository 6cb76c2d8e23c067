package org.pavilion.server.live.view;

import java.util.List;

/** The polls of a room that the caller may see, the featured one first, then the newest. */
public record PollList(List<PollView> polls) {}
