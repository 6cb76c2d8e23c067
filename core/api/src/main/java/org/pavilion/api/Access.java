package org.pavilion.api;

/** The one decision about rights; default deny. */
@Stable
public interface Access {
    boolean can(Caller who, Permission action, Scope scope);

    /** Throws {@link Problem} {@code access.denied} (403), or {@code access.sign-in} (401) for a guest. */
    void require(Caller who, Permission action, Scope scope);

    /** Where an object stands, see {@link Scopes}. Never inside {@link Storage#write}. */
    @Preview
    Scope scope(Ref object);

    /** The same for the scope of an object. Never inside {@link Storage#write}. */
    @Preview
    default boolean can(Caller who, Permission action, Ref object) {
        return can(who, action, scope(object));
    }

    /** The same for the scope of an object. Never inside {@link Storage#write}. */
    @Preview
    default void require(Caller who, Permission action, Ref object) {
        require(who, action, scope(object));
    }
}
