package org.pavilion.plugin.policy.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.pavilion.api.Money;
import org.pavilion.api.Text;

/** Amounts in words and in minor units. */
public final class Yuan {
    private static final int FEN = 2;

    private Yuan() {}

    static Money money(BigDecimal amount, String currency) {
        return new Money(
                amount.setScale(FEN, RoundingMode.UNNECESSARY).unscaledValue().longValueExact(), currency);
    }

    /** Grouped digits with at least two decimals, e.g. {@code 1,260,000.00}. */
    static String digits(BigDecimal amount) {
        return new DecimalFormat("#,##0.00######", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(amount);
    }

    /** An amount to the minor unit, in words. */
    public static Text words(Money money) {
        return words(BigDecimal.valueOf(money.minor(), FEN), money.currency());
    }

    static Text words(BigDecimal amount, String currency) {
        var digits = digits(amount);
        return new Text(currency.equals("CNY") ? digits + " 元" : currency + " " + digits, currency + " " + digits);
    }
}
