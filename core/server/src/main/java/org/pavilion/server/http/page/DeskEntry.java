package org.pavilion.server.http.page;

import org.pavilion.api.Permission;

/**
 * One page of the organiser's area in its side navigation; only those who may open it see it.
 *
 * @param key message of its name
 * @param icon one of the house's icon names
 */
public record DeskEntry(Job job, String path, String key, Permission needs, String icon) {
    /** What a group of pages is for, in order of display. */
    public enum Job {
        RUN,
        CONTENT,
        PEOPLE,
        HOUSE
    }
}
