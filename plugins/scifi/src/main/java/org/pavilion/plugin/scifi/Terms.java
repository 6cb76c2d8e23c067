package org.pavilion.plugin.scifi;

import java.util.Map;
import org.pavilion.api.Text;

/** The board's closed vocabularies in both languages; an unknown code is shown as it is. */
final class Terms {
    private static final Map<String, Text> TERMS = Map.ofEntries(
            Map.entry("exhibition", new Text("展览", "Exhibition")),
            Map.entry("film-prop", new Text("影片道具", "Film prop")),
            Map.entry("technology-group", new Text("技术组", "Technologies")),
            Map.entry("device-group", new Text("装置组", "Devices")),
            Map.entry("theme-question", new Text("展览话题", "Question of the show")),
            Map.entry("fiction-reality-pair", new Text("科幻与现实", "Fiction and reality")),
            Map.entry("prop-model", new Text("可交互模型", "Interactive model")),
            Map.entry("count", new Text("数量", "Number")),
            Map.entry("firms", new Text("参展企业", "Firms")),
            Map.entry("technologies", new Text("新技术", "New technologies")),
            Map.entry("propsAndDevices", new Text("道具与装置", "Props and devices")));

    private Terms() {}

    static Text of(String code) {
        return TERMS.getOrDefault(code, Text.same(code));
    }
}
