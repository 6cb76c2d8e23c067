package org.pavilion.server.search.show;

import java.util.HashSet;
import java.util.List;
import org.pavilion.server.search.query.Marks;
import org.pavilion.server.search.show.Spans.Span;

/** Cuts the best passage from a text and wraps what matched in {@code <mark>}; all else is escaped. */
public final class Highlighter {
    private static final int LOOK_BACK = 24;
    private static final int LEAD = 12;
    private static final double REPEATED = .2;
    /** Further text is not looked at. */
    private static final int MAX_TEXT = 20_000;

    private Highlighter() {}

    /** A passage and how well it matched; 0 when nothing in it did. */
    public record Passage(String html, double score) {}

    /** The best passage of at most {@code length} characters; the beginning when nothing matches. */
    public static Passage best(String whole, Marks marks, int length) {
        var text = whole.length() > MAX_TEXT ? whole.substring(0, MAX_TEXT) : whole;
        var spans = Spans.of(text, marks);
        int start = 0;
        double best = 0;
        for (var span : spans) {
            double score = score(spans, span.from(), span.from() + length);
            if (score > best) {
                best = score;
                start = span.from();
            }
        }
        int from = text.length() <= length || best == 0 ? 0 : begin(text, start);
        int to = end(text, from, length);
        return new Passage(html(text, spans, from, to), best);
    }

    /** The text behind the longest match; empty when there is none. */
    public static String longestMatch(String text, Marks marks) {
        var longest = "";
        for (var span : Spans.of(text, marks)) {
            longest = span.to() - span.from() > longest.length() ? text.substring(span.from(), span.to()) : longest;
        }
        return longest;
    }

    private static double score(List<Span> spans, int from, int to) {
        double score = 0;
        var seen = new HashSet<Integer>();
        for (var span : spans) {
            if (span.from() >= from && span.to() <= to) {
                score += (span.to() - span.from()) * (seen.add(span.mark()) ? 1 : REPEATED);
            }
        }
        return score;
    }

    private static int begin(String text, int match) {
        for (int i = match; i > Math.max(0, match - LOOK_BACK); i--) {
            if ("。！？；;.!?".indexOf(text.charAt(i - 1)) >= 0) {
                return text.charAt(i) == ' ' ? i + 1 : i;
            }
        }
        int from = Math.max(0, match - LEAD);
        return from > 0 && Character.isLowSurrogate(text.charAt(from)) ? from - 1 : from;
    }

    private static int end(String text, int from, int length) {
        int to = Math.min(text.length(), from + length);
        return to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
    }

    private static String html(String text, List<Span> spans, int from, int to) {
        var marked = new boolean[to - from];
        for (var span : spans) {
            for (int i = Math.max(from, span.from()); i < Math.min(to, span.to()); i++) {
                marked[i - from] = true;
            }
        }
        var html = new StringBuilder(to - from + 64);
        if (from > 0) {
            html.append('…');
        }
        boolean inside = false;
        for (int i = from; i < to; i++) {
            if (marked[i - from] != inside) {
                html.append(inside ? "</mark>" : "<mark>");
                inside = !inside;
            }
            escape(text.charAt(i), html);
        }
        if (inside) {
            html.append("</mark>");
        }
        return to < text.length() ? html.append('…').toString() : html.toString();
    }

    private static void escape(char c, StringBuilder html) {
        switch (c) {
            case '<' -> html.append("&lt;");
            case '>' -> html.append("&gt;");
            case '&' -> html.append("&amp;");
            case '"' -> html.append("&quot;");
            case '\'' -> html.append("&#39;");
            default -> html.append(c);
        }
    }
}
