package org.pavilion.server.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a script into statements at each semicolon that is not in a quote, a comment or a body. */
final class SqlSplitter {
    private final String sql;
    private final List<String> statements = new ArrayList<>();
    private int at;
    private int from;

    /** Whether the current statement holds anything besides blanks and comments. */
    private boolean meant;

    /** Depth of {@code begin … end} and {@code case … end} in a trigger or a function. */
    private int depth;

    private boolean hasBody;

    private SqlSplitter(String sql) {
        this.sql = sql;
    }

    /** The statements in order, without their semicolons; comments stay inside the statement they precede. */
    static List<String> split(String sql) {
        return new SqlSplitter(sql).run();
    }

    private List<String> run() {
        while (at < sql.length()) {
            step(sql.charAt(at));
        }
        cut(sql.length());
        return statements;
    }

    private void step(char c) {
        if (sql.startsWith("--", at)) {
            at = end("\n", at + 2);
        } else if (sql.startsWith("/*", at)) {
            at = end("*/", at + 2);
        } else if (c == ';' && depth == 0) {
            cut(at);
            at++;
            from = at;
        } else if (Character.isWhitespace(c)) {
            at++;
        } else {
            meant = true;
            token(c);
        }
    }

    private void token(char c) {
        if (c == '\'' || c == '"' || c == '`') {
            at = quoted(c);
        } else if (c == '[') {
            at = end("]", at + 1);
        } else if (c == '$') {
            at = dollarQuoted();
        } else if (Character.isLetter(c) || c == '_') {
            word();
        } else {
            at++;
        }
    }

    /** A doubled quote needs no care: it ends one literal and starts the next. */
    private int quoted(char quote) {
        return end(String.valueOf(quote), at + 1);
    }

    private int dollarQuoted() {
        int close = at + 1;
        while (close < sql.length() && (Character.isLetterOrDigit(sql.charAt(close)) || sql.charAt(close) == '_')) {
            close++;
        }
        if (close == sql.length() || sql.charAt(close) != '$') {
            return at + 1;
        }
        var tag = sql.substring(at, close + 1);
        return end(tag, close + 1);
    }

    private void word() {
        int end = at;
        while (end < sql.length() && isWordPart(sql.charAt(end))) {
            end++;
        }
        var word = sql.substring(at, end).toLowerCase(Locale.ROOT);
        at = end;
        if (word.equals("trigger") || word.equals("function") || word.equals("procedure")) {
            hasBody = true;
        } else if (hasBody && (word.equals("begin") || word.equals("case"))) {
            depth++;
        } else if (hasBody && word.equals("end") && depth > 0) {
            depth--;
        }
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    /** The position after the next occurrence; the end of the script when it never comes. */
    private int end(String what, int start) {
        int found = sql.indexOf(what, start);
        return found < 0 ? sql.length() : found + what.length();
    }

    private void cut(int end) {
        if (meant) {
            statements.add(sql.substring(from, end).strip());
        }
        meant = false;
        hasBody = false;
        depth = 0;
    }
}
