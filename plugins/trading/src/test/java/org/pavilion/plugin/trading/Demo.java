package org.pavilion.plugin.trading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.pavilion.api.Directory;
import org.pavilion.api.Text;
import org.pavilion.server.json.Json;

/** The demo's own records, read without a server. */
final class Demo {
    private static final Json JSON = new Json();

    /** The fields the demo's records use. */
    static final List<Directory.Field> FIELDS = List.of(
            field("ai", "人工智能", "Artificial Intelligence"),
            field("biomed", "生物医药", "Biomedicine"),
            field("medical-device", "医疗器械", "Medical Devices"),
            field("public-health", "公共卫生", "Public Health"),
            field("new-materials", "新材料", "New Materials"),
            field("energy", "能源", "Energy"),
            field("environment", "绿色与环境", "Environment"),
            field("aerospace", "空天", "Space and Aviation"),
            field("quantum", "量子", "Quantum"),
            field("ict", "信息通信与芯片", "ICT and Chips"),
            field("manufacturing", "智能制造与机器人", "Manufacturing and Robotics"),
            field("transport", "交通", "Transport"),
            field("agriculture", "农业", "Agriculture"),
            field("culture-tech", "文化科技", "Culture and Technology"),
            field("security", "安全与应急", "Safety and Security"),
            field("instruments", "科学仪器与装置", "Scientific Instruments"));

    private Demo() {}

    static List<Offer> offers() {
        return lines("offers", Offer.class);
    }

    static List<Demand> demands() {
        return lines("demands", Demand.class);
    }

    static List<Deal> deals() {
        return lines("deals", Deal.class);
    }

    static Matcher matcher() {
        return new Matcher(offers(), FIELDS);
    }

    static Demand demand(String id) {
        return demands().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Directory.Field field(String id, String zh, String en) {
        return new Directory.Field(id, new Text(zh, en));
    }

    private static <T extends Record> List<T> lines(String name, Class<T> type) {
        try {
            return Files.readAllLines(Path.of("src/main/resources/demo/" + name + ".jsonl")).stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> JSON.read(line, type))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
