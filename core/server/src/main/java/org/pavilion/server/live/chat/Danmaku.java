package org.pavilion.server.live.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.pavilion.api.Ref;
import org.pavilion.server.live.chat.DanmakuSampler.Past;
import org.pavilion.server.live.chat.DanmakuSampler.Said;
import org.pavilion.server.live.chat.DanmakuSampler.Sample;
import org.pavilion.server.live.room.Feed;
import org.pavilion.server.live.view.DanmakuItem;
import org.pavilion.server.live.view.MessageView;

/** What waits to fly in the rooms that somebody watches. */
public final class Danmaku {
    /** More than this in one tick is beyond any choice a viewer could notice. */
    private static final int MOST_WAITING = 2_000;

    private final Map<Ref, Waiting> rooms = new ConcurrentHashMap<>();
    private final Feed feed;
    private final LongSupplier clock;

    public Danmaku(Feed feed, LongSupplier clock) {
        this.feed = feed;
        this.clock = clock;
    }

    private record Waiting(List<Said> said, Past past) {
        static final Waiting NONE = new Waiting(List.of(), Past.NONE);

        Waiting with(Said more) {
            if (said.size() >= MOST_WAITING) {
                return this;
            }
            var all = new ArrayList<>(said);
            all.add(more);
            return new Waiting(all, past);
        }
    }

    public static Said said(MessageView message) {
        return new Said(
                message.rev(),
                message.author().role().equals("host"),
                new DanmakuItem(
                        message.id(),
                        message.text(),
                        1,
                        message.lane().orElse("scroll"),
                        message.colour(),
                        message.author().id()));
    }

    /** A message was committed; those without a lane never fly, and nobody waits for an empty room. */
    public void said(Ref room, MessageView message) {
        if (message.lane().isPresent() && feed.online(room) > 0) {
            rooms.merge(room, Waiting.NONE.with(said(message)), (waiting, one) -> waiting.with(said(message)));
        }
    }

    /** A message was removed before it could fly. */
    public void removed(Ref room, String id) {
        rooms.computeIfPresent(
                room,
                (key, waiting) -> new Waiting(
                        waiting.said().stream()
                                .filter(each -> !each.item().id().equals(id))
                                .toList(),
                        waiting.past()));
    }

    /** This tick's choice for everybody in the room. */
    public Sample tick(Ref room) {
        var now = clock.getAsLong();
        var result = new Sample[] {new Sample(List.of(), 0, Past.NONE)};
        rooms.computeIfPresent(room, (key, waiting) -> {
            var sample = DanmakuSampler.sample(waiting.past(), waiting.said(), now);
            result[0] = sample;
            return sample.past().over(now) ? null : new Waiting(List.of(), sample.past());
        });
        return result[0];
    }
}
