package org.pavilion.plugin.trading;

import java.util.List;
import org.pavilion.api.Text;

/** Technology readiness in three bands, for those who do not know the nine levels by heart. */
public final class Band {
    static final List<String> ALL = List.of("1-3", "4-6", "7-9");

    private Band() {}

    public static String of(int trl) {
        return ALL.get((Math.clamp(trl, 1, 9) - 1) / 3);
    }

    static Text title(String band) {
        return switch (band) {
            case "1-3" -> new Text("TRL 1–3 原理研究", "TRL 1–3 research");
            case "4-6" -> new Text("TRL 4–6 样机验证", "TRL 4–6 prototype");
            case "7-9" -> new Text("TRL 7–9 可示范或上市", "TRL 7–9 near or on the market");
            default -> Text.same(band);
        };
    }
}
