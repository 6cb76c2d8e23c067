package org.pavilion.server.imports;

import java.util.List;

/**
 * A table that somebody uploaded and that waits to be imported.
 *
 * @param charset it was read in
 * @param rows below the head
 */
public record Sheet(String id, String name, String charset, String separator, int rows, List<Column> columns) {

    /**
     * One column.
     *
     * @param samples its first values that are not empty
     * @param guess what its head says it holds; empty when nothing is known
     */
    public record Column(int index, String head, List<String> samples, java.util.Optional<ExhibitorField> guess) {}
}
