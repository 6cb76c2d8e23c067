package org.pavilion.server.http;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.pavilion.api.Language;
import org.pavilion.api.Money;
import org.pavilion.api.Quantity;

/** Numbers as a reader of the language expects them; never rounded. */
final class Figures {
    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);
    private static final BigDecimal YI = BigDecimal.valueOf(100_000_000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);

    /** Chinese counting words. Where the figure's name already says what is counted there is none. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("people", "人"),
            Map.entry("firms", "家"),
            Map.entry("orgs", "家"),
            Map.entry("banks", "家"),
            Map.entry("agencies", "家"),
            Map.entry("associations", "家"),
            Map.entry("items", "项"),
            Map.entry("projects", "项"),
            Map.entry("measures", "项"),
            Map.entry("indicators", "项"),
            Map.entry("patents", "件"),
            Map.entry("contracts", "份"),
            Map.entry("loans", "笔"),
            Map.entry("events", "场"),
            Map.entry("visits", "人次"),
            Map.entry("views", "次"),
            Map.entry("reads", "次"),
            Map.entry("countries", "个国家"),
            Map.entry("funds", "支"),
            Map.entry("teams", "支"),
            Map.entry("vaccines", "款"),
            Map.entry("devices", "台"),
            Map.entry("scenarios", "个"),
            Map.entry("zones", "个"),
            Map.entry("fields", "个"),
            Map.entry("tracks", "条"),
            Map.entry("labs", "个"),
            Map.entry("facilities", "个"),
            Map.entry("groups", "个"),
            Map.entry("parts", "个"),
            Map.entry("connections", "个"),
            Map.entry("days", "天"),
            Map.entry("years", "年"),
            Map.entry("m2", "平方米"),
            Map.entry("km2", "平方公里"),
            Map.entry("times", ""));

    private static final Map<String, String> SYMBOLS = Map.of("m2", "m²", "km2", "km²");

    private Figures() {}

    static Locale locale(Language language) {
        return language == Language.ZH ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    static String number(BigDecimal value, Language language) {
        var format = NumberFormat.getNumberInstance(locale(language));
        format.setMaximumFractionDigits(20);
        return format.format(value);
    }

    static String money(Money money, Language language) {
        var currency = Currency.getInstance(money.currency());
        var amount = BigDecimal.valueOf(money.minor(), Math.max(0, currency.getDefaultFractionDigits()));
        return amount(amount.stripTrailingZeros(), money.currency(), language);
    }

    static String quantity(Quantity quantity, Language language) {
        return qualified(quantity.qualifier(), plain(quantity.value(), quantity.unit(), language), language);
    }

    private static String plain(BigDecimal value, String unit, Language language) {
        boolean zh = language == Language.ZH;
        if (unit.equals("ratio")) {
            return number(value.movePointRight(2), language) + "%";
        }
        if (unit.equals("year")) {
            return value.toPlainString() + (zh ? " 年" : "");
        }
        if (unit.equals("rank")) {
            return zh ? "第 " + number(value, language) + " 位" : "No. " + number(value, language);
        }
        if (unit.matches("[A-Z]{3}")) {
            return amount(value, unit, language);
        }
        var word = zh ? WORDS.getOrDefault(unit, unit) : SYMBOLS.getOrDefault(unit, unit);
        return word.isEmpty() ? number(value, language) : number(value, language) + " " + word;
    }

    private static String amount(BigDecimal value, String currency, Language language) {
        boolean zh = language == Language.ZH;
        var large = value.abs();
        if (zh) {
            var name = currency.equals("CNY") ? "元" : " " + currency;
            if (large.compareTo(YI) >= 0) {
                return number(value.divide(YI), language) + " 亿" + name;
            }
            return large.compareTo(WAN) >= 0
                    ? number(value.divide(WAN), language) + " 万" + name
                    : number(value, language) + " " + name.strip();
        }
        if (large.compareTo(BILLION) >= 0) {
            return currency + " " + number(value.divide(BILLION), language) + " billion";
        }
        return large.compareTo(MILLION) >= 0
                ? currency + " " + number(value.divide(MILLION), language) + " million"
                : currency + " " + number(value, language);
    }

    private static String qualified(Quantity.Qualifier qualifier, String text, Language language) {
        boolean zh = language == Language.ZH;
        return switch (qualifier) {
            case EXACT -> text;
            case APPROX -> zh ? "约 " + text : "about " + text;
            case GT -> zh ? "超过 " + text : "more than " + text;
            case GTE -> zh ? "不少于 " + text : "at least " + text;
            case LT -> zh ? "不足 " + text : "less than " + text;
            case LTE -> zh ? "不超过 " + text : "at most " + text;
            case RANGE_MIN -> zh ? text + " 起" : "from " + text;
            case RANGE_MAX -> zh ? "最多 " + text : "up to " + text;
        };
    }
}
