package org.pavilion.plugin.policy;

import java.util.Map;
import org.pavilion.api.Text;

/** The board's closed vocabularies in both languages; an unknown code is shown as it is. */
final class Terms {
    private static final Map<String, Text> TERMS = Map.ofEntries(
            Map.entry("released", new Text("已发布", "Released")),
            Map.entry("approved", new Text("已审议通过", "Approved")),
            Map.entry("pilot", new Text("试点", "Pilot")),
            Map.entry("planned", new Text("拟定", "Planned")),
            Map.entry("product-developer", new Text("首创产品研制单位", "Developer of a first product")),
            Map.entry("first-product-enterprise", new Text("首创产品企业", "First-product company")),
            Map.entry("borrower", new Text("借款企业", "Borrowing company")),
            Map.entry("pilot-bank", new Text("试点银行", "Pilot bank")),
            Map.entry("bank", new Text("银行", "Bank")),
            Map.entry("project-host", new Text("项目承担单位", "Project host")),
            Map.entry("drug-or-device-enterprise", new Text("药品或医疗器械企业", "Drug or device company")),
            Map.entry("service-platform", new Text("服务平台", "Service platform")),
            Map.entry(
                    "listing-or-expanding-enterprise",
                    new Text("上市、并购或国际化的企业", "Company that lists, merges or expands abroad")),
            Map.entry("condition", new Text("条件", "A condition")),
            Map.entry("bands", new Text("分档", "Rates by bands")),
            Map.entry("programme", new Text("举措", "Programme")),
            Map.entry("rate-capped", new Text("按比例，有封顶", "A rate with a ceiling")),
            Map.entry("rate", new Text("按比例", "A rate")),
            Map.entry("cap-only", new Text("只有封顶", "A ceiling only")),
            Map.entry("funding-share", new Text("资金比例，不是补助", "A share of funding, not a grant")),
            Map.entry("ratio-ceiling", new Text("比例上限", "A ceiling on a ratio")));

    private Terms() {}

    static Text of(String code) {
        return TERMS.getOrDefault(code, Text.same(code));
    }
}
