package org.pavilion.api;

/** Takes records from JSON Lines. The host owns reading, line numbers, report and dry run. */
@Stable
public interface Imports {

    /** Accepts a kind declared in the manifest; each line is bound strictly to the record. */
    <T extends Record> Imports accept(String kind, Class<T> line, Importer<T> importer);
}
