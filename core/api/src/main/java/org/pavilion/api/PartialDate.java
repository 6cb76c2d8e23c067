package org.pavilion.api;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * A date as far as it is known: {@code 2022}, {@code 2022-06} or {@code 2022-06-18}. Sort by {@link
 * #earliest}, show {@link #in}.
 */
@Stable
public record PartialDate(String text) implements Comparable<PartialDate> {
    public PartialDate {
        if (!text.matches("\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?") || !exists(text)) {
            throw Problem.invalid("", "not a date like 2022, 2022-06 or 2022-06-18: " + text);
        }
    }

    public static PartialDate of(LocalDate day) {
        return new PartialDate(day.toString());
    }

    private static boolean exists(String text) {
        return text.length() != 10
                || Integer.parseInt(text.substring(8))
                        <= YearMonth.parse(text.substring(0, 7)).lengthOfMonth();
    }

    /** Whether the day itself is known. */
    public boolean complete() {
        return text.length() == 10;
    }

    /** The first day it may mean. */
    public LocalDate earliest() {
        return switch (text.length()) {
            case 4 -> LocalDate.of(Integer.parseInt(text), Month.JANUARY, 1);
            case 7 -> YearMonth.parse(text).atDay(1);
            default -> LocalDate.parse(text);
        };
    }

    /** The last day it may mean. */
    public LocalDate latest() {
        return switch (text.length()) {
            case 4 -> LocalDate.of(Integer.parseInt(text), Month.DECEMBER, 31);
            case 7 -> YearMonth.parse(text).atEndOfMonth();
            default -> LocalDate.parse(text);
        };
    }

    /** What is known, in words: 2022年6月 · June 2022. */
    public String in(Language language) {
        var day = earliest();
        return switch (language) {
            case ZH ->
                day.getYear()
                        + "年"
                        + (text.length() >= 7 ? day.getMonthValue() + "月" : "")
                        + (complete() ? day.getDayOfMonth() + "日" : "");
            case EN ->
                (complete() ? day.getDayOfMonth() + " " : "")
                        + (text.length() >= 7
                                ? day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " "
                                : "")
                        + day.getYear();
        };
    }

    @Override
    public int compareTo(PartialDate other) {
        return earliest().compareTo(other.earliest());
    }

    @Override
    public String toString() {
        return text;
    }
}
