package org.pavilion.server.event;

import java.util.List;

/** What a projection does with the next events. Throwing has the same batch delivered again, after a pause. */
@FunctionalInterface
public interface BatchListener {
    void on(List<Event> batch) throws Exception;
}
