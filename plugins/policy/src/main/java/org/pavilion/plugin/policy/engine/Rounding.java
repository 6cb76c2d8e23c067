package org.pavilion.plugin.policy.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Text;

/** How the product of base and rate is rounded: once, after the rate and before the cap. */
public record Rounding(RoundingMode mode, int decimals) {
    private static final Map<String, RoundingMode> MODES =
            Map.of("down", RoundingMode.DOWN, "half-up", RoundingMode.HALF_UP);
    private static final Map<String, Integer> UNITS = Map.of("0.01", 2, "0.1", 1, "1", 0);

    /** Reads {@code down-0.01}: a mode and a unit in yuan. */
    public static Optional<Rounding> of(String code) {
        int dash = code.lastIndexOf('-');
        var mode = MODES.get(dash < 0 ? "" : code.substring(0, dash));
        var unit = UNITS.get(code.substring(dash + 1));
        return mode == null || unit == null ? Optional.empty() : Optional.of(new Rounding(mode, unit));
    }

    BigDecimal apply(BigDecimal raw) {
        return raw.setScale(decimals, mode).setScale(Math.max(2, decimals), RoundingMode.UNNECESSARY);
    }

    Text words() {
        var unit = BigDecimal.ONE.movePointLeft(decimals).toPlainString();
        return mode == RoundingMode.DOWN
                ? new Text("向下取整到 " + unit + " 元", "rounded down to " + unit)
                : new Text("四舍五入到 " + unit + " 元", "rounded half up to " + unit);
    }
}
