package org.pavilion.server.live.view;

import java.util.List;
import java.util.Map;

/**
 * What concerns the caller alone.
 *
 * @param messages what the caller said and others do not see: it waits, or was refused not long ago
 * @param marks the caller's emoji by message
 */
public record OwnMessages(List<Own> messages, Map<String, List<String>> marks) {

    /**
     * One message of the caller's.
     *
     * @param state held or rejected
     */
    public record Own(MessageView message, String state) {}
}
