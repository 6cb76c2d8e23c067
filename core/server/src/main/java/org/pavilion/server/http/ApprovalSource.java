package org.pavilion.server.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Caller;
import org.pavilion.api.Permission;
import org.pavilion.api.Text;

/**
 * One kind of thing that waits for an organiser's decision, for the queue at {@code
 * /organiser/approvals}. A feature keeps what waits; boot hands its source to the queue.
 */
public interface ApprovalSource {
    /** A short id of the kind, {@code role-request}; unique in the house. */
    String kind();

    /** What this kind is called. */
    Text title();

    /** Who sees and decides it. */
    Permission needs();

    /** What waits now, the oldest first. */
    List<Waiting> waiting();

    /**
     * Decides one. Refused with a {@link org.pavilion.api.Problem} when it is decided already or this
     * caller may not.
     *
     * @param note reason for the one who asked; empty for none
     */
    void decide(String id, Verdict verdict, String note, Caller by);

    /** Whether a decision can be taken back by {@link #undo}. */
    default boolean undoes() {
        return false;
    }

    /** Has the decided one wait again. */
    default void undo(String id, Caller by) {
        throw new UnsupportedOperationException(kind() + " is not taken back");
    }

    enum Verdict {
        ACCEPT,
        REFUSE
    }

    /**
     * One that waits.
     *
     * @param id unique in its kind, {@code [A-Za-z0-9._:-]{1,128}}
     * @param by name of who asks
     * @param details what the decision rests on, in order
     */
    record Waiting(String id, Text title, String by, Instant since, List<Detail> details) {}

    /** One fact about it; {@code before} is what stands there now, when the decision would change it. */
    record Detail(Text label, Optional<String> before, String value) {}
}
