package org.pavilion.server.notify;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The words of a mail, written twice: as plain text, and as HTML that is whole without its one picture
 * and needs no style sheet.
 *
 * @param opening one sentence
 * @param button words on the link, or empty without one
 * @param link whole address
 * @param sections titled lists, e.g. what is unread
 * @param closing why the reader gets it, and what else they may want to know
 */
record Paper(
        String language,
        Head head,
        String opening,
        String button,
        String link,
        List<Section> sections,
        List<String> closing) {

    /**
     * Who writes.
     *
     * @param logo whole address of a picture
     * @param ground colour of the button
     * @param ink colour of the words on it
     */
    record Head(String name, Optional<String> logo, String ground, String ink) {}

    /** A titled list of lines. */
    record Section(String title, List<Line> lines) {}

    /** One line, and where it leads. */
    record Line(String text, String link) {}

    String plain() {
        var out = new StringBuilder(head.name()).append("\n\n").append(opening).append("\n\n");
        if (!button.isEmpty()) {
            out.append(button).append(":\n").append(link).append("\n\n");
        }
        for (var section : sections) {
            out.append(section.title()).append('\n');
            section.lines()
                    .forEach(line -> out.append("- ")
                            .append(line.text())
                            .append("\n  ")
                            .append(line.link())
                            .append('\n'));
            out.append('\n');
        }
        out.append("--\n");
        closing.forEach(line -> out.append(line).append('\n'));
        return out.toString();
    }

    String html() {
        var out = new StringBuilder(
                "<!doctype html><html lang=\"%s\"><meta charset=\"utf-8\"><body style=\"font:16px/1.6 sans-serif;max-width:36em;margin:0 auto;padding:1em\"><p>%s</p><p>%s</p>"
                        .formatted(language, letterhead(), escape(opening)));
        if (!button.isEmpty()) {
            out.append(
                    "<p><a href=\"%s\" style=\"display:inline-block;padding:.6em 1.2em;background:%s;color:%s;border-radius:8px;text-decoration:none\">%s</a></p>"
                            .formatted(escape(link), head.ground(), head.ink(), escape(button)));
        }
        for (var section : sections) {
            out.append("<h2 style=\"font-size:1.1em\">")
                    .append(escape(section.title()))
                    .append("</h2><ul>")
                    .append(section.lines().stream()
                            .map(line -> "<li><a href=\"%s\">%s</a></li>"
                                    .formatted(escape(line.link()), escape(line.text())))
                            .collect(Collectors.joining()))
                    .append("</ul>");
        }
        out.append("<hr><p style=\"font-size:.85em;color:#555\">")
                .append(closing.stream().map(Paper::escape).collect(Collectors.joining("<br>")))
                .append("</p></body></html>");
        return out.toString();
    }

    private String letterhead() {
        var name = escape(head.name());
        return head.logo()
                .map(logo -> "<img src=\"%s\" alt=\"%s\" height=\"40\">".formatted(escape(logo), name))
                .orElse("<b>" + name + "</b>");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
