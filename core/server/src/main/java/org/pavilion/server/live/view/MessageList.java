package org.pavilion.server.live.view;

import java.util.List;

/** Messages in the order of the room; {@code more} when there are older ones. */
public record MessageList(List<MessageView> messages, boolean more) {
    public MessageList {
        messages = List.copyOf(messages);
    }
}
