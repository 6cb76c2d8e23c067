package org.pavilion.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A company finds out what a policy gives it, in a real browser. */
@ExtendWith(House.Shared.class)
final class PolicyTest {

    @ParameterizedTest
    @ValueSource(strings = {"zh light desktop", "en dark phone"})
    void theCalculatorAsksOnlyWhatIsMissingAndTheKeyboardIsEnough(String words, House house) {
        var look = Visitor.Look.of(words);
        boolean en = look.language().equals("en");
        try (var visitor = new Visitor(house.base(), look)) {
            var page = visitor.open("/policy");
            visitor.expectAccessible("policies");
            press(page.getByRole(AriaRole.LINK, named(en ? "Open the calculator" : "打开计算器"))
                    .first());
            assertThat(page).hasURL(Pattern.compile(".*/policy/calculator.*"));
            press(page.getByRole(AriaRole.LINK, named(en ? "A company" : "企业")).first());
            page.locator("input[value=fp-market-entry]").focus();
            page.keyboard().press("Space");
            visitor.expectAccessible("choice of supports");
            press(page.getByRole(AriaRole.BUTTON, named(en ? "Start" : "开始")));
            for (int i = 0; i < 2; i++) {
                assertThat(page.locator("main .eyebrow")).hasText(en ? "Question " + (i + 1) : "第 " + (i + 1) + " 问");
                press(page.getByRole(AriaRole.BUTTON, exactly(en ? "Yes" : "是")));
            }
            assertThat(page.locator("main .eyebrow")).hasText(en ? "Question 3" : "第 3 问");
            visitor.expectAccessible("a question");
            press(page.getByRole(AriaRole.BUTTON, named(en ? "First in the world" : "国际首创")));
            page.locator("#firstEntryContractAmount").fill("8,000,000");
            page.locator("#firstEntryContractAmount").press("Enter");
            assertThat(page.locator("main dl dd").first()).containsText("2,000,000");
            assertThat(page.locator("main")).containsText(en ? "(capped)" : "已封顶");
            visitor.expectAccessible("a result");
            visitor.expectNoTrouble("calculator");
        }
    }

    @Test
    void theDocumentShowsClauseRuleAndExampleSideBySide(House house) {
        try (var visitor = new Visitor(house.base(), Visitor.Look.of("en light desktop"))) {
            var page = visitor.open("/policy/pol-first-product-7");
            assertThat(page.locator("#measure-3 #rule-fp-market-entry")).containsText("30%");
            assertThat(page.locator("#rule-fp-market-entry details"))
                    .containsText("4,200,000.00 × 0.30 = 1,260,000.00");
            assertThat(page.locator("main a[href*='/finance/fin-guarantee-lease']")
                            .first())
                    .isVisible();
            visitor.expectAccessible("a policy");
            visitor.expectNoTrouble("policy");
            visitor.open("/finance/fin-ip-income");
            assertThat(page.locator("main a[href*='/policy/pol-ip-pledge']").first())
                    .isVisible();
            visitor.open("/policy/pol-first-product-7?asOf=2019-06-01");
            assertThat(page.locator("main [role=status]")).containsText("Not in force on 2019-06-01");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh light desktop", "en dark phone"})
    void whatAppliesFollowsTheTypingAndTheFocusStays(String words, House house) {
        try (var visitor = new Visitor(house.base(), Visitor.Look.of(words))) {
            var page =
                    visitor.open("/policy/calculator?who=company&want=fp-market-entry&listedInFirstProductCatalogue=yes"
                            + "&firstMarketEntry=yes&productClass=international-first");
            assertThat(page.locator("[data-island=PolicyCalculator] > [data-ready]"))
                    .hasCount(1);
            var amount = page.locator("#firstEntryContractAmount");
            amount.pressSequentially("1,000,000");
            var sum = page.locator("main dl dd").first();
            assertThat(sum).containsText("300,000.00");
            assertThat(amount).isFocused();
            assertThat(amount).hasValue("1,000,000");
            assertThat(page).hasURL(Pattern.compile(".*firstEntryContractAmount=1%2C000%2C000.*"));
            assertThat(page.locator("[data-island=PolicyCalculator] p.sr[role=status]"))
                    .containsText("300,000.00");
            visitor.expectAccessible("what was typed");

            page.reload();
            assertThat(sum).containsText("300,000.00");
            var change = page.locator("#change-firstEntryContractAmount");
            assertThat(page.locator("[data-island=PolicyCalculator] > [data-ready]"))
                    .hasCount(1);
            change.fill("2,000,000");
            assertThat(sum).containsText("600,000.00");
            assertThat(change).isFocused();
            assertThat(page.locator("main [data-part=answers]")).containsText("2,000,000.00");
            visitor.expectNoTrouble("typing");
        }
    }

    @Test
    void aCeilingStaysWordsWithoutScript(House house) {
        try (var visitor = new Visitor(house.base(), Visitor.Look.of("zh no-script"))) {
            var page = visitor.open("/policy/calculator?who=platform&want=med-platform");
            assertThat(page.locator("main")).containsText("每年最高 10,000,000.00 元，金额以核定为准");
            page.locator("#assessedSupport").fill("12000000");
            page.locator("main form button").first().click();
            assertThat(page.locator("main dl dd").first()).containsText("10,000,000");
        }
    }

    private static void press(Locator locator) {
        locator.focus();
        locator.press("Enter");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions exactly(String name) {
        return named(name).setExact(true);
    }
}
