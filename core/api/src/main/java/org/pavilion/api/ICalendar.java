package org.pavilion.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A calendar file as RFC 5545 wants it: lines ended by CR LF and folded at 75 octets without cutting
 * a character, texts escaped, the venue's zone spelled out with the offsets that its events meet.
 *
 * @param name what calendar programs call it
 */
@Preview
public record ICalendar(String name, ZoneId zone, List<Event> events) {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final DateTimeFormatter UTC = LOCAL.withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int OCTETS = 75;

    /** When an event takes place: between two instants, or on whole days. */
    public sealed interface When {
        /** Up to {@code end}, exclusively. */
        record Hours(Instant start, Instant end) implements When {}

        /** Up to {@code last}, inclusively. */
        record Days(LocalDate first, LocalDate last) implements When {}
    }

    /**
     * One entry.
     *
     * @param uid never changes and is nobody else's
     * @param version counts the changes of the entry, from 1
     * @param changed when it last changed
     * @param cancelled whether it does not take place any more
     */
    public record Event(
            String uid,
            long version,
            Instant changed,
            When when,
            String summary,
            String description,
            Optional<String> location,
            List<String> categories,
            boolean cancelled) {

        /** One that takes place. */
        public Event(
                String uid,
                long version,
                Instant changed,
                When when,
                String summary,
                String description,
                Optional<String> location,
                List<String> categories) {
            this(uid, version, changed, when, summary, description, location, categories, false);
        }
    }

    /** The file's text. */
    public String text() {
        var writer = new Writer(zone);
        writer.write(name, events);
        return writer.out.toString();
    }

    /** A text value: backslash, comma, semicolon and line ends written as RFC 5545 §3.3.11 wants. */
    static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", " ");
    }

    private static final class Writer {
        private final StringBuilder out = new StringBuilder();
        private final ZoneId zone;

        Writer(ZoneId zone) {
            this.zone = zone;
        }

        private void write(String name, List<Event> events) {
            line("BEGIN", "VCALENDAR");
            line("VERSION", "2.0");
            line("PRODID", "-//Pavilion//Expo//EN");
            line("CALSCALE", "GREGORIAN");
            line("METHOD", "PUBLISH");
            line("X-WR-CALNAME", escape(name));
            line("X-WR-TIMEZONE", zone.getId());
            zone(events);
            events.forEach(this::event);
            line("END", "VCALENDAR");
        }

        private void event(Event event) {
            line("BEGIN", "VEVENT");
            line("UID", event.uid());
            line("DTSTAMP", UTC.format(event.changed()) + "Z");
            line("LAST-MODIFIED", UTC.format(event.changed()) + "Z");
            line("SEQUENCE", String.valueOf(Math.max(0, event.version() - 1)));
            switch (event.when()) {
                case When.Hours hours -> {
                    line(
                            "DTSTART;TZID=" + zone.getId(),
                            LOCAL.format(hours.start().atZone(zone)));
                    line("DTEND;TZID=" + zone.getId(), LOCAL.format(hours.end().atZone(zone)));
                }
                case When.Days days -> {
                    line("DTSTART;VALUE=DATE", DAY.format(days.first()));
                    line("DTEND;VALUE=DATE", DAY.format(days.last().plusDays(1)));
                    line("TRANSP", "TRANSPARENT");
                }
            }
            line("SUMMARY", escape(event.summary()));
            if (!event.description().isEmpty()) {
                line("DESCRIPTION", escape(event.description()));
            }
            event.location().ifPresent(place -> line("LOCATION", escape(place)));
            if (!event.categories().isEmpty()) {
                line(
                        "CATEGORIES",
                        String.join(
                                ",",
                                event.categories().stream()
                                        .map(ICalendar::escape)
                                        .toList()));
            }
            line("STATUS", event.cancelled() ? "CANCELLED" : "CONFIRMED");
            line("END", "VEVENT");
        }

        /** The zone with every offset that is in force at one of the hours used. */
        private void zone(List<Event> events) {
            var instants = new ArrayList<Instant>();
            for (var event : events) {
                if (event.when() instanceof When.Hours hours) {
                    instants.add(hours.start());
                    instants.add(hours.end());
                }
            }
            if (instants.isEmpty()) {
                return;
            }
            instants.sort(null);
            line("BEGIN", "VTIMEZONE");
            line("TZID", zone.getId());
            var rules = zone.getRules();
            var before = Optional.ofNullable(rules.previousTransition(instants.getFirst()));
            before.ifPresentOrElse(
                    this::transition,
                    () -> observance(
                            "19700101T000000",
                            rules.getOffset(instants.getFirst()),
                            rules.getOffset(instants.getFirst()),
                            false));
            var next = rules.nextTransition(instants.getFirst());
            while (next != null && !next.getInstant().isAfter(instants.getLast())) {
                transition(next);
                next = rules.nextTransition(next.getInstant());
            }
            line("END", "VTIMEZONE");
        }

        private void transition(ZoneOffsetTransition change) {
            observance(
                    LOCAL.format(change.getDateTimeBefore()),
                    change.getOffsetBefore(),
                    change.getOffsetAfter(),
                    zone.getRules().isDaylightSavings(change.getInstant()));
        }

        private void observance(String start, ZoneOffset from, ZoneOffset to, boolean daylight) {
            var kind = daylight ? "DAYLIGHT" : "STANDARD";
            line("BEGIN", kind);
            line("DTSTART", start);
            line("TZOFFSETFROM", offset(from));
            line("TZOFFSETTO", offset(to));
            line("END", kind);
        }

        private static String offset(ZoneOffset offset) {
            int seconds = Math.abs(offset.getTotalSeconds());
            var sign = offset.getTotalSeconds() < 0 ? "-" : "+";
            var minutes = "%s%02d%02d".formatted(sign, seconds / 3600, seconds / 60 % 60);
            return seconds % 60 == 0 ? minutes : minutes + "%02d".formatted(seconds % 60);
        }

        private void line(String name, String value) {
            int octets = 0;
            var content = name + ":" + value;
            for (int at = 0; at < content.length(); ) {
                var character = Character.toString(content.codePointAt(at));
                int size = character.getBytes(StandardCharsets.UTF_8).length;
                if (octets + size > OCTETS) {
                    out.append("\r\n ");
                    octets = 1;
                }
                out.append(character);
                octets += size;
                at += character.length();
            }
            out.append("\r\n");
        }
    }
}
