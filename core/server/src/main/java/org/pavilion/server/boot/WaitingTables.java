package org.pavilion.server.boot;

import java.util.Map;
import org.pavilion.api.PersonalData;
import org.pavilion.api.Ref;
import org.pavilion.server.imports.Sheets;

/**
 * Tables of people that wait to be run, for a day at most. They may name anybody, so none of them
 * outlives somebody who leaves.
 */
record WaitingTables(Sheets sheets) implements PersonalData {
    @Override
    public Map<String, Object> export(Ref person) {
        return Map.of();
    }

    @Override
    public void erase(Ref person) {
        sheets.forgetAll(Sheets.PEOPLE);
    }
}
