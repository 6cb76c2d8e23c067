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
}
