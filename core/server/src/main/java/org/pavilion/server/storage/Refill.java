package org.pavilion.server.storage;

import java.io.IOException;
import java.util.List;

/** What an empty store is filled with by {@link Database#refill}. */
public interface Refill {
    List<KeptScript> scripts();

    /** In an order in which each can be filled: what others point at comes first. */
    List<TableShape> tables();

    void rows(TableShape table, RowSink sink) throws IOException;
}
