package org.pavilion.plugin.policy.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pavilion.api.Text;

/** The key over which a cap accumulates. Claims of one key share the cap. */
public enum Scope {
    PRODUCT("product", false, "每个产品", "per product"),
    ENTERPRISE_YEAR("company", true, "每家企业每年", "per company and year"),
    ENTERPRISE_CREDIT_PRODUCT_YEAR(
            "company creditProduct", true, "每家企业、单一信贷产品、每年", "per company, credit product and year"),
    BANK_YEAR("bank", true, "每家银行每年", "per bank and year"),
    PROGRAMME_YEAR("programme", true, "每年", "a year"),
    NONE("", false, "每次申请", "per application");

    private final String keys;
    private final boolean yearly;
    private final String zh;
    private final String en;

    Scope(String keys, boolean yearly, String zh, String en) {
        this.keys = keys;
        this.yearly = yearly;
        this.zh = zh;
        this.en = en;
    }

    /** The spelling in documents. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The facts of a claim that name its key, without the year. */
    public List<String> keys() {
        return keys.isEmpty() ? List.of() : List.of(keys.split(" "));
    }

    /** Whether the calendar year of the claim's date belongs to the key. */
    public boolean yearly() {
        return yearly;
    }

    /** Over what the cap counts, as a phrase. */
    public Text words() {
        return new Text(zh, en);
    }

    public static Optional<Scope> of(String code) {
        return Arrays.stream(values())
                .filter(scope -> scope.code().equals(code))
                .findFirst();
    }
}
