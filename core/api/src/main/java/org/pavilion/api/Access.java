package org.pavilion.api;

/** The one decision about rights; default deny. */
@Stable
public interface Access {
    boolean can(Caller who, Permission action, Scope scope);

    /** Throws {@link Problem} {@code access.denied} (403), or {@code access.sign-in} (401) for a guest. */
    void require(Caller who, Permission action, Scope scope);
}
