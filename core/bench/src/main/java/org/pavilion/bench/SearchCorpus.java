package org.pavilion.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Seeded documents and queries; the same every time. */
final class SearchCorpus {
    /** One generated document. */
    record Doc(String id, String type, String title, String body) {}

    private static final String[] TYPES = {"exhibitor", "item", "offer", "demand", "policy", "session"};
    private static final String STEMS =
            "人工智能机器芯片量子计算生物医药疫苗新材料能源环境航天卫星通信网络数据平台安全工业制造交通农业文化科技金融政策标准论坛展览技术转移合作创新研究院大学公司集团北京上海国际中心系统装置设备检测分析成像激光显微镜手术呼吸氢能储电池碳中和";
    private static final String[] ENGLISH = {
        "ai", "5g", "cloud", "chip", "quantum", "robot", "sensor", "platform", "carbon", "vaccine", "laser", "energy"
    };

    private final List<String> words = new ArrayList<>();
    private final int size;

    SearchCorpus(int size) {
        this.size = size;
        var random = new Random(20200917);
        for (int i = 0; i < 20_000; i++) {
            var word = new StringBuilder();
            for (int k = 2 + random.nextInt(2); k > 0; k--) {
                word.append(STEMS.charAt(random.nextInt(STEMS.length())));
            }
            words.add(word.toString());
        }
    }

    int size() {
        return size;
    }

    Doc document(int id) {
        var random = new Random(id * 31L + 7);
        var type = TYPES[random.nextInt(TYPES.length)];
        return new Doc("d" + id, type, text(random, 5), text(random, 80));
    }

    List<String> queries(int count) {
        var random = new Random(7);
        var queries = new ArrayList<String>();
        while (queries.size() < count) {
            var own = new Random(random.nextInt(size) * 31L + 7);
            own.nextInt(TYPES.length);
            var first = word(own);
            var second = word(own);
            int kind = random.nextInt(10);
            queries.add(
                    kind < 4
                            ? first + second
                            : kind < 6
                                    ? first
                                    : kind < 9
                                            ? first + " " + second
                                            : first + " " + ENGLISH[random.nextInt(ENGLISH.length)]);
        }
        return queries;
    }

    /** Some words are frequent, most are rare. */
    private String word(Random random) {
        if (random.nextInt(20) == 0) {
            return ENGLISH[random.nextInt(ENGLISH.length)];
        }
        return words.get((int) (words.size() * Math.pow(random.nextDouble(), 3)));
    }

    private String text(Random random, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            var word = word(random);
            text.append(word.charAt(0) < 128 ? " " + word + " " : word);
            if (i % 9 == 8) {
                text.append(i % 27 == 26 ? "。" : "，");
            }
        }
        return text.toString();
    }
}
