package org.pavilion.api;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Where people's own agendas learn when the objects they starred take place. */
@Preview
public interface Calendar {

    /**
     * Says when objects of a type take place; objects without an hour are left out. In {@link
     * Plugin#start}; ends with the plugin.
     */
    void provide(String type, Function<Collection<Ref>, List<Entry>> source);

    /**
     * One object with its hours.
     *
     * @param place where, or empty
     * @param end after {@code start}
     * @param version counts its changes, from 1
     * @param cancelled whether it does not take place any more; then it clashes with nothing
     */
    record Entry(
            Ref ref,
            Text title,
            String place,
            Instant start,
            Instant end,
            long version,
            Instant changed,
            boolean cancelled) {

        /** One that takes place. */
        public Entry(Ref ref, Text title, String place, Instant start, Instant end, long version, Instant changed) {
            this(ref, title, place, start, end, version, changed, false);
        }

        /** Whether both run at the same time for a while. */
        public boolean clashes(Entry other) {
            return !cancelled
                    && !other.cancelled
                    && !ref.equals(other.ref)
                    && start.isBefore(other.end)
                    && other.start.isBefore(end);
        }
    }
}
