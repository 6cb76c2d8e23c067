package org.pavilion.server.http.page;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Ref;
import org.pavilion.server.http.PageTools.Part;
import org.pavilion.server.live.view.MessageView;
import org.pavilion.server.live.view.NoticeView;
import org.pavilion.server.live.view.PollView;
import org.pavilion.server.live.view.QuestionList;
import org.pavilion.server.live.view.RoomCard;
import org.pavilion.server.live.view.RoomView;

/** What the pages of live rooms show. */
public final class RoomSheets {
    private RoomSheets() {}

    /**
     * One room as everybody sees it; what is personal is filled in by its island.
     *
     * @param said the newest messages, oldest first
     * @param pinned what the host's team pinned
     * @param notice what it tells everybody now
     * @param waiting what the reader said that waits
     * @param open whether people may speak now
     * @param questions absent in a room that takes none
     * @param polls those that the visitor may see
     * @param draft what was typed, when it was not taken
     * @param refusal why it was not taken, as the end of a message key
     */
    public record RoomSheet(
            RoomView room,
            Ref target,
            List<Said> said,
            List<MessageView> pinned,
            Optional<NoticeView> notice,
            List<MessageView> waiting,
            boolean open,
            Optional<QuestionList> questions,
            List<PollView> polls,
            String draft,
            Optional<String> refusal,
            List<Part> parts) {}

    /** A message and the venue's time of day when it was said. */
    public record Said(MessageView message, String clock) {}

    /** Every room that has a time: on now, to come, to watch again. */
    public record RoomIndex(List<RoomCard> live, List<RoomCard> next, List<RoomCard> replays) {}
}
