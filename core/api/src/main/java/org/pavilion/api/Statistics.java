package org.pavilion.api;

/** Counters with a definition each; declared in the manifest's {@code metrics}. */
@Stable
public interface Statistics {

    /** Counts a visit once a day and visitor, for unique counts; every call for total counts. */
    void visit(String metric, Ref ref, Caller visitor);

    /** Total calls, to the last flush (at most a second ago). */
    long total(String metric, Ref ref);

    /** Distinct visitors a day, summed over days. */
    long unique(String metric, Ref ref);
}
