package org.pavilion.api;

import java.util.Map;

/**
 * What a feature keeps about people. Whoever keeps rows of a person registers one, so that a person
 * can take everything along, and leave for good.
 */
@Preview
public interface PersonalData {

    /**
     * Everything kept about the person, by a short name of its own ({@code messages}); values are
     * records, lists, maps, texts, numbers and instants. Empty when nothing is kept.
     */
    Map<String, Object> export(Ref person);

    /**
     * Deletes or overwrites all of it, in tables, files and memory, for good. May be called again for
     * somebody who is gone already: after a restore, and after a failure of any holder.
     */
    void erase(Ref person);

    /**
     * Hands over what is kept of {@code from}, an account that became part of {@code into}, as far as
     * there is sense in it; the rest is exported and erased with {@code into}. May be called again.
     */
    default void merge(Ref from, Ref into) {}
}
