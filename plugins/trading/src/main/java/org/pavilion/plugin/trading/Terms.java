package org.pavilion.plugin.trading;

import java.util.Map;
import org.pavilion.api.Text;

/** The board's closed vocabularies in both languages; an unknown code is shown as it is. */
final class Terms {
    private static final Map<String, Text> TERMS = Map.ofEntries(
            Map.entry("technology-transaction", new Text("技术交易", "Technology transaction")),
            Map.entry("investment", new Text("投资", "Investment")),
            Map.entry("memorandum", new Text("备忘录", "Memorandum")),
            Map.entry("cooperation", new Text("合作", "Cooperation")),
            Map.entry("strategic-agreement", new Text("战略协议", "Strategic agreement")),
            Map.entry("finance-agreement", new Text("金融协议", "Finance agreement")),
            Map.entry("equity-transfer", new Text("作价入股", "Equity contribution")),
            Map.entry("aggregate", new Text("合计", "Aggregate")),
            Map.entry("application-scenario", new Text("应用场景", "Application scenario")),
            Map.entry("scenario-group", new Text("场景批次", "Scenario batch")),
            Map.entry("technology", new Text("技术需求", "Technology demand")),
            Map.entry("negotiable", new Text("面议", "Negotiable")),
            Map.entry("licence", new Text("许可", "Licence")),
            Map.entry("royalty", new Text("提成", "Royalty")),
            Map.entry("equity", new Text("作价入股", "Equity")),
            Map.entry("licensee", new Text("被许可方", "Licensee")),
            Map.entry("co-developer", new Text("联合研发伙伴", "Co-developer")),
            Map.entry("investor", new Text("投资方", "Investor")),
            Map.entry("pilot-site", new Text("试点场景", "Pilot site")),
            Map.entry("manufacturer", new Text("生产伙伴", "Manufacturer")),
            Map.entry("distributor", new Text("经销伙伴", "Distributor")),
            Map.entry("buyer", new Text("采购方", "Buyer")),
            Map.entry("clinical-partner", new Text("临床伙伴", "Clinical partner")),
            Map.entry("user", new Text("用户", "User")),
            Map.entry("agency", new Text("机构", "Agency")),
            Map.entry("network", new Text("机构网络", "Network")));

    private Terms() {}

    static Text of(String code) {
        return TERMS.getOrDefault(code, Text.same(code));
    }
}
