package org.pavilion.server.live.view;

import java.util.Optional;

/**
 * One thing that flies over the picture.
 *
 * @param id of the message that stands for it
 * @param n how many people said the same
 * @param lane scroll or top
 * @param author pseudonym of who said it first
 */
public record DanmakuItem(String id, String text, int n, String lane, Optional<String> colour, String author) {}
