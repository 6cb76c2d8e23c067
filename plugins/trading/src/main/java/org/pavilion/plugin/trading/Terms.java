package org.pavilion.plugin.trading;

import java.util.Map;
import org.pavilion.api.Text;

/** The board's closed vocabularies in both languages; an unknown code is shown as it is. */
public final class Terms {
    private static final Map<String, Text> TERMS = Map.ofEntries(
            Map.entry("application-scenario", new Text("应用场景", "Application scenario")),
            Map.entry(
                    "scenario-2019-1",
                    new Text("2019年首批央企应用场景（共20个）", "First batch of central-enterprise scenarios, 2019 (20 in all)")),
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
            Map.entry("published", new Text("金额已公布", "Amount published")),
            Map.entry("unpublished", new Text("金额未公布", "Amount not published")),
            Map.entry("法律服务", new Text("法律服务", "Legal services")),
            Map.entry("关税服务", new Text("关税服务", "Customs")),
            Map.entry("反垄断", new Text("反垄断", "Antitrust")),
            Map.entry("涉外合作", new Text("涉外合作", "Cooperation abroad")),
            Map.entry("合规服务", new Text("合规服务", "Compliance")),
            Map.entry("评估", new Text("评估", "Appraisal")),
            Map.entry("新材料", new Text("新材料", "New materials")),
            Map.entry("医疗器械", new Text("医疗器械", "Medical devices")),
            Map.entry("agency", new Text("机构", "Agency")),
            Map.entry("network", new Text("机构网络", "Network")));

    private Terms() {}

    public static Text of(String code) {
        return TERMS.getOrDefault(code, Text.same(code));
    }
}
