package org.pavilion.server.storage;

import org.pavilion.api.Ref;

/** Who acts on this thread; a write takes it along into the events it appends. */
public final class Actors {
    /** The house itself, when nobody else acts. */
    public static final Ref SYSTEM = new Ref("system", "core");

    private static final ScopedValue<Ref> ACTOR = ScopedValue.newInstance();

    private Actors() {}

    /** Runs the work in the actor's name. */
    public static <T, X extends Throwable> T as(Ref actor, ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(ACTOR, actor).<T, X>call(work);
    }

    public static Ref current() {
        return ACTOR.orElse(SYSTEM);
    }
}
