package org.pavilion.server.realtime;

/**
 * One committed event of a topic.
 *
 * @param rev its number; consecutive within the topic's epoch, from 1
 * @param name {@code prefix.kebab}, such as {@code live.message-shown}
 * @param payload compact JSON
 */
public record TopicEvent(long rev, String name, String payload) {}
