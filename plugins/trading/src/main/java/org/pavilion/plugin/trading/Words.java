package org.pavilion.plugin.trading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.pavilion.api.Text;

/**
 * The telling words of a text in both languages: runs of Han characters, and by their stem those
 * words that are taken whole, Latin ones above all. Words that any offer or demand has are left out, so that what two texts share says something.
 */
record Words(List<String> han, Set<String> pairs, Map<String, String> whole) {
    private static final Pattern LATIN = Pattern.compile("[a-z0-9]+");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}{2,}");
    private static final int SHORTEST_WORD = 3;
    private static final int SHORTEST_STEM = 4;
    private static final Set<String> SHORT = Set.of("ai", "5g", "6g", "vr", "ar", "ph", "3d");

    /** Taken whole or not at all: their halves mean something else. */
    private static final List<String> WHOLE = List.of("人工智能", "数据安全", "隐私计算", "医疗器械");

    /** Longer ones first: a word that contains another is taken out whole. */
    private static final List<String> COMMON_HAN = List.of(
            "联合研发", "应用场景", "综合应用", "示范应用", "示范工程", "重点场景", "开放数据", "自主创新", "自主研发", "自主研制", "虚构需求", "首批", "二十个", "央企",
            "应用", "场景", "示范", "工程", "综合", "技术", "系统", "平台", "方案", "成果", "研究", "项目", "智慧", "智能", "演示", "虚构", "需求", "资料",
            "列名", "管理", "公共", "服务", "寻求", "伙伴", "合作", "用户", "采购", "试点", "生产", "环境", "城市", "一个", "国内", "国产", "首套", "可以",
            "用于", "面向", "已经", "由其", "提高", "水平", "新一代", "联合", "北京", "之一", "开放", "数据", "签约", "投资", "企业", "替代", "建设", "替换",
            "关于", "完全", "自主", "其中", "协同", "展馆", "室内");

    private static final Set<String> COMMON_LATIN = Set.of(
            "the",
            "and",
            "for",
            "with",
            "from",
            "into",
            "that",
            "this",
            "which",
            "whos",
            "its",
            "are",
            "was",
            "has",
            "have",
            "one",
            "first",
            "new",
            "technology",
            "technologi",
            "system",
            "platform",
            "research",
            "result",
            "demo",
            "fictional",
            "demand",
            "sought",
            "partner",
            "user",
            "buyer",
            "licensee",
            "pilot",
            "site",
            "sit",
            "trial",
            "co",
            "developer",
            "manufacturer",
            "distributor",
            "investor",
            "home",
            "grown",
            "scenario",
            "application",
            "demonstration",
            "smart",
            "central",
            "enterprise",
            "enterpris",
            "public",
            "service",
            "servic",
            "management",
            "open",
            "data",
            "plan",
            "unnamed",
            "sourc",
            "source",
            "key",
            "generation",
            "china",
            "chines",
            "chinese",
            "project",
            "build",
            "signed",
            "company",
            "companies",
            "based",
            "original",
            "finding",
            "find",
            "seven",
            "five",
            "joint",
            "substitut",
            "together",
            "joining",
            "join",
            "both",
            "around",
            "live");

    static Words of(Text... texts) {
        var han = new ArrayList<String>();
        var whole = new LinkedHashMap<String, String>();
        for (var text : texts) {
            var zh = text.zh();
            for (var word : WHOLE) {
                if (zh.contains(word)) {
                    whole.putIfAbsent(word, word);
                    zh = zh.replace(word, " ");
                }
            }
            for (var common : COMMON_HAN) {
                zh = zh.replace(common, " ");
            }
            var runs = HAN.matcher(zh);
            while (runs.find()) {
                han.add(runs.group());
            }
            var words = LATIN.matcher((text.zh() + " " + text.en()).toLowerCase(Locale.ROOT));
            while (words.find()) {
                var stem = stem(words.group());
                if (tells(words.group()) && tells(stem)) {
                    whole.putIfAbsent(stem, words.group());
                }
            }
        }
        return new Words(List.copyOf(han), pairs(han), whole);
    }

    private static Set<String> pairs(List<String> runs) {
        var pairs = new HashSet<String>();
        for (var run : runs) {
            for (int at = 0; at + 2 <= run.length(); at++) {
                pairs.add(run.substring(at, at + 2));
            }
        }
        return pairs;
    }

    private static boolean tells(String word) {
        return SHORT.contains(word)
                || (word.length() >= SHORTEST_WORD
                        && !COMMON_LATIN.contains(word)
                        && word.chars().anyMatch(Character::isLetter));
    }

    /** Enough for plurals and -ing: imaging, images and image meet. */
    private static String stem(String word) {
        var stem = word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
        if (stem.endsWith("ing") && stem.length() - 3 >= SHORTEST_STEM) {
            return stem.substring(0, stem.length() - 3);
        }
        return stem.endsWith("e") && stem.length() > SHORTEST_STEM ? stem.substring(0, stem.length() - 1) : stem;
    }

    /** The words found in the other text too: the longest runs of Han characters, then Latin words. */
    Shared shared(Words other) {
        var common = new LinkedHashSet<String>();
        for (var run : han) {
            int at = 0;
            while (at < run.length() - 1) {
                if (!other.pairs.contains(run.substring(at, at + 2))) {
                    at++;
                    continue;
                }
                int length = longest(run, at, other.han);
                common.add(run.substring(at, at + length));
                at += length;
            }
        }
        var words = new LinkedHashMap<String, String>();
        whole.forEach((stem, word) -> {
            if (other.whole.containsKey(stem)) {
                words.put(stem, word);
            }
        });
        return new Shared(List.copyOf(common), words);
    }

    private static int longest(String run, int at, List<String> others) {
        int length = 2;
        while (at + length < run.length()) {
            var wanted = run.substring(at, at + length + 1);
            if (others.stream().noneMatch(other -> other.contains(wanted))) {
                break;
            }
            length++;
        }
        return length;
    }

    /** Whether the text contains the Han characters or the Latin stem. */
    boolean has(String term) {
        return whole.containsKey(term) || han.stream().anyMatch(run -> run.contains(term));
    }

    /**
     * What two texts share.
     *
     * @param whole stems to the words as the asking text has them
     */
    record Shared(List<String> han, Map<String, String> whole) {
        /** The same without these words, which another reason names already. */
        Shared without(Set<String> named) {
            var rest = new LinkedHashMap<>(whole);
            rest.values().removeIf(named::contains);
            return new Shared(han.stream().filter(word -> !named.contains(word)).toList(), rest);
        }
    }
}
