package org.pavilion.server.live.view;

import java.time.Instant;

/** What the host's team tells everybody in a room, highlighted until then. */
public record NoticeView(String id, String text, Instant at, Instant showUntil) {}
