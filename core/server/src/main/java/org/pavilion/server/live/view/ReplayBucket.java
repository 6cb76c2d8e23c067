package org.pavilion.server.live.view;

import java.util.List;
import java.util.Map;

/**
 * What happened in ten seconds of media time.
 *
 * @param bucket number of the bucket; it covers {@code [bucket × 10 s, bucket × 10 s + 10 s)}
 * @param last number of the last bucket of the session
 * @param reactions sums by kind in these seconds, from sums of a minute
 */
public record ReplayBucket(
        int bucket, int last, List<Aligned> messages, Map<String, Long> reactions, List<Flight> danmaku) {

    /** A message at its media time in milliseconds. */
    public record Aligned(long mediaMs, MessageView message) {}

    /** Something that flies over the picture at its media time in milliseconds. */
    public record Flight(long mediaMs, DanmakuItem item) {}
}
