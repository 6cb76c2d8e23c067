package org.pavilion.plugin.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pavilion.api.Text;

/** Who asks: beneficiaries as a visitor thinks of themselves. */
public enum Actor {
    COMPANY(
            "企业",
            "A company",
            "研制、投保、贷款、上市或做药械的企业",
            "One that develops, insures, borrows, lists, or makes drugs or devices",
            "product-developer first-product-enterprise borrower drug-or-device-enterprise"
                    + " listing-or-expanding-enterprise"),
    BANK("银行", "A bank", "试点银行或放贷银行", "A pilot or lending bank", "pilot-bank bank"),
    RESEARCH("科研单位", "A research unit", "承担科研项目的单位", "One that hosts research projects", "project-host"),
    PLATFORM(
            "服务平台",
            "A service platform",
            "研发生产外包、检测或成果转化平台",
            "Contract research or manufacturing, testing or translation",
            "service-platform"),
    OTHER("其他", "Somebody else", "以上都不是", "None of these", "");

    private final String zh;
    private final String en;
    private final String hintZh;
    private final String hintEn;
    private final String beneficiaries;

    Actor(String zh, String en, String hintZh, String hintEn, String beneficiaries) {
        this.zh = zh;
        this.en = en;
        this.hintZh = hintZh;
        this.hintEn = hintEn;
        this.beneficiaries = beneficiaries;
    }

    /** The spelling in addresses and JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Text label() {
        return new Text(zh, en);
    }

    public Text hint() {
        return new Text(hintZh, hintEn);
    }

    static Optional<Actor> of(String code) {
        return Arrays.stream(values())
                .filter(actor -> actor.code().equals(code))
                .findFirst();
    }

    /** Whose rule it is by its beneficiary. */
    static Actor owning(String beneficiary) {
        return Arrays.stream(values())
                .filter(actor -> List.of(actor.beneficiaries.split(" ")).contains(beneficiary))
                .findFirst()
                .orElse(OTHER);
    }
}
