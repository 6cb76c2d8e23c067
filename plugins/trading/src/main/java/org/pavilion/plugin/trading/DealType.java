package org.pavilion.plugin.trading;

import java.util.Arrays;
import java.util.Optional;
import org.pavilion.api.Problem;
import org.pavilion.api.Text;

/** The kinds of signing: they are counted apart, and no figure runs over all of them. */
public enum DealType {
    TECHNOLOGY_TRANSACTION("technology-transaction", "技术交易", "Technology transaction", 0),
    INVESTMENT("investment", "投资", "Investment", 1),
    MEMORANDUM("memorandum", "备忘录", "Memorandum", 2),
    COOPERATION("cooperation", "合作", "Cooperation", 3),
    STRATEGIC_AGREEMENT("strategic-agreement", "战略协议", "Strategic agreement", 4),
    FINANCE_AGREEMENT("finance-agreement", "金融协议", "Finance agreement", 5),
    EQUITY_TRANSFER("equity-transfer", "作价入股", "Equity contribution", 6),
    /** The published total of many; it contains its named parts. */
    AGGREGATE("aggregate", "合计", "Published total", 7);

    private final String code;
    private final String zh;
    private final String en;
    private final int hue;

    DealType(String code, String zh, String en, int hue) {
        this.code = code;
        this.zh = zh;
        this.en = en;
        this.hue = hue;
    }

    /** The spelling in data files, queries and JSON. */
    public String code() {
        return code;
    }

    public Text title() {
        return new Text(zh, en);
    }

    /** Hue of its charts and marks, one of eight. */
    public int hue() {
        return hue;
    }

    public static Optional<DealType> find(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    /** The type of a code; an unknown one is refused. */
    public static DealType of(String code) {
        return find(code).orElseThrow(() -> Problem.invalid("/dealType", "no type of deal: " + code));
    }
}
