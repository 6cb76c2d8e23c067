package org.pavilion.plugin.trading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pavilion.api.Directory;

/**
 * The field of technology a demand belongs to. Demands carry tags, not fields: a tag that is the
 * name of a field states it, any other word only hints at it.
 *
 * @param word the tag or word it was read from
 * @param inferred false when the tag is the field's own name
 */
public record FieldGuess(String field, String word, boolean inferred) {
    /** Other names of a field, as good as its own. */
    private static final Map<String, List<String>> NAMES = Map.of("ai", List.of("人工智能", " ai "));

    /** Words that hint at a field, in both languages. */
    private static final Map<String, List<String>> HINTS = Map.ofEntries(
            Map.entry("ai", List.of("视觉", "语音", "算法", "algorithm")),
            Map.entry("medical-device", List.of("影像筛查", "视网膜", "手术", "诊断", "retinal", "surgical")),
            Map.entry("biomed", List.of("药物", "疫苗", "基因", "vaccine")),
            Map.entry("new-materials", List.of("材料", "material")),
            Map.entry("energy", List.of("电池", "电网", "储能", "battery")),
            Map.entry("environment", List.of("污水", "减排", "emission")),
            Map.entry("ict", List.of("5g", "芯片", "隐私计算", "数据安全", "通信")),
            Map.entry("manufacturing", List.of("机器人", "工业", "robot")),
            Map.entry("transport", List.of("集卡", "轨道", "车辆", "truck")),
            Map.entry("agriculture", List.of("农业", "温室", "greenhouse")),
            Map.entry("instruments", List.of("传感器", "显微", "sensor")),
            Map.entry("security", List.of("安全智慧", "应急", "预警")));

    static List<FieldGuess> of(Demand demand, List<Directory.Field> fields) {
        var text = (" " + demand.name().zh() + " " + demand.name().en() + " " + String.join(" ", demand.tags()) + " ")
                .replaceAll("([A-Za-z0-9]+)", " $1 ")
                .toLowerCase(Locale.ROOT);
        var found = new ArrayList<FieldGuess>();
        for (var field : fields) {
            var stated = demand.tags().stream()
                    .filter(tag -> tag.equals(field.name().zh())
                            || tag.equalsIgnoreCase(field.name().en()))
                    .findFirst()
                    .or(() -> NAMES.getOrDefault(field.id(), List.of()).stream()
                            .filter(text::contains)
                            .map(String::strip)
                            .findFirst());
            if (stated.isPresent()) {
                found.add(new FieldGuess(field.id(), stated.get(), false));
                continue;
            }
            HINTS.getOrDefault(field.id(), List.of()).stream()
                    .filter(text::contains)
                    .findFirst()
                    .ifPresent(hint -> found.add(new FieldGuess(field.id(), hint.strip(), true)));
        }
        return List.copyOf(found);
    }
}
