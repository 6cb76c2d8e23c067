package org.pavilion.server.live.view;

import org.pavilion.api.Text;

/** A chapter with the id by which it is changed; {@code at} is media time in milliseconds. */
public record ChapterLine(String id, long at, Text title) {}
