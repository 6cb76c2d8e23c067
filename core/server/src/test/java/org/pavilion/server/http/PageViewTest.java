package org.pavilion.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pavilion.api.Language;
import org.pavilion.api.Money;
import org.pavilion.api.Quantity;

final class PageViewTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1000      | people  | APPROX    | 约 1,000 人      | about 1,000 people",
                "800       | firms   | GT        | 超过 800 家       | more than 800 firms",
                "0.35      | ratio   | EXACT     | 35%             | 35%",
                "1988      | year    | EXACT     | 1988 年          | 1988",
                "6         | rank    | EXACT     | 第 6 位           | No. 6",
                "120000000 | CNY     | GTE       | 不少于 1.2 亿元     | at least CNY 120 million",
                "30000     | m2      | LT        | 不足 30,000 平方米  | less than 30,000 m²",
                "2.7       | times   | RANGE_MAX | 最多 2.7          | up to 2.7 times"
            })
    void saysHowExactAFigureIs(BigDecimal value, String unit, Quantity.Qualifier qualifier, String zh, String en) {
        var quantity = new Quantity(value, unit, qualifier);
        assertEquals(zh, Figures.quantity(quantity, Language.ZH));
        assertEquals(en, Figures.quantity(quantity, Language.EN));
    }

    @Test
    void neverRoundsMoney() {
        assertEquals("12.34 元", Figures.money(new Money(1234, "CNY"), Language.ZH));
        assertEquals("CNY 12.34", Figures.money(new Money(1234, "CNY"), Language.EN));
        assertEquals("1,234.5678 万元", Figures.money(new Money(1_234_567_800, "CNY"), Language.ZH));
        assertEquals("JPY 500", Figures.money(new Money(500, "JPY"), Language.EN));
    }

    @ParameterizedTest
    @CsvSource({
        "/market?type=x, EN, ed-1, /en/market?type=x&edition=ed-1",
        "/market?edition=a, EN, ed-1, /en/market?edition=a",
        "/market, ZH, '', /market",
        "/, EN, '', /en/",
        "/booth/b#top, ZH, ed-1, /booth/b?edition=ed-1#top",
        "/api/search, EN, ed-1, /api/search",
        "https://example.org/x, EN, ed-1, https://example.org/x"
    })
    void keepsTheLanguageAndTheChosenEdition(String path, Language language, String edition, String expected) {
        assertEquals(expected, SitePaths.of(path, language, Optional.of(edition).filter(e -> !e.isEmpty())));
    }
}
