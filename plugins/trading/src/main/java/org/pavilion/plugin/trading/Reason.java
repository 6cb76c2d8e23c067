package org.pavilion.plugin.trading;

import java.util.List;
import org.pavilion.api.Text;

/**
 * One thing that speaks for a match, or against it.
 *
 * @param kind terms, fields, partner, readiness or region
 * @param points what it adds to the score, of at most {@code of}
 * @param terms the shared terms or codes themselves
 * @param words the reason in words
 * @param inferred it rests on something the sources do not state, or on invented demo data
 */
public record Reason(String kind, int points, int of, List<String> terms, Text words, boolean inferred) {
    static final int TERMS = 50;
    static final int FIELDS = 30;
    static final int PARTNER = 12;
    static final int READINESS = 8;
}
