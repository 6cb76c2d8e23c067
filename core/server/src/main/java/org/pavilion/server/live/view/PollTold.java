package org.pavilion.server.live.view;

import java.util.Optional;

/**
 * What a room is told about a poll, in the events {@code live.poll-*} and under the state key {@code poll}, which
 * holds the featured one.
 *
 * @param poll as everybody may see it now: a tally is there only if everybody may see it
 */
public record PollTold(Optional<PollView> poll) {}
