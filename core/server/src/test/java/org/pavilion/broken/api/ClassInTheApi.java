package org.pavilion.broken.api;

/** Breaks rule 5: neither interface, record nor enum. */
public final class ClassInTheApi {
    private ClassInTheApi() {}
}
