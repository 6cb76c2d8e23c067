package org.pavilion.plugin.exhibition;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.pavilion.api.Text;

/** Invents exhibitors: the same seed gives the same names. Coined from rare characters, so that none is a real firm. */
final class DemoExhibitors {
    private static final List<String> FIRST = List.of(
            "澜 Lan", "珩 Heng", "熙 Xi", "屹 Yi", "翊 Yi", "峤 Qiao", "霁 Ji", "沅 Yuan", "瑄 Xuan", "朔 Shuo", "棠 Tang",
            "砚 Yan", "泠 Ling", "昱 Yu", "棣 Di", "珞 Luo", "筠 Yun", "岑 Cen", "汀 Ting", "萱 Xuan");
    private static final List<String> SECOND = List.of(
            "野 ye", "构 gou", "维 wei", "桥 qiao", "境 jing", "衡 heng", "微 wei", "景 jing", "帆 fan", "川 chuan", "磐 pan",
            "壑 he", "穹 qiong", "弦 xian", "栖 qi", "屿 yu", "渚 zhu", "陌 mo", "樾 yue", "澍 shu");
    private static final List<Text> KIND = List.of(
            new Text("科技", "Technology"),
            new Text("实验室", "Labs"),
            new Text("工坊", "Works"),
            new Text("装备", "Systems"),
            new Text("研究所", "Institute"));
    private static final List<Text> PITCHES = List.of(
            new Text("带来{0}样机与工程案例，寻找联合测试伙伴。", "Brings {0} prototypes and field cases; looks for test partners."),
            new Text("现场演示{0}的完整流程，可预约讲解。", "Shows the whole flow of {0} live; tours on request."),
            new Text("面向中小企业的{0}方案，开放技术许可。", "{0} for smaller firms; open to licensing."),
            new Text("把{0}做成即插即用的模块，欢迎共同开发。", "Makes {0} a plug-in module; welcomes co-development."));

    private final SplittableRandom random;
    private final Set<String> given = new HashSet<>();

    DemoExhibitors(long seed) {
        this.random = new SplittableRandom(seed);
    }

    Text name() {
        while (true) {
            var first = any(FIRST).split(" ", 2);
            var second = any(SECOND).split(" ", 2);
            var kind = any(KIND);
            var zh = first[0] + second[0] + kind.zh();
            if (given.add(zh)) {
                return new Text(zh, first[1] + second[1] + " " + kind.en());
            }
        }
    }

    Text pitch(Text speciality) {
        var pitch = any(PITCHES);
        var en = pitch.en().startsWith("{0}")
                ? speciality.en()
                : speciality.en().substring(0, 1).toLowerCase(Locale.ROOT)
                        + speciality.en().substring(1);
        return new Text(pitch.zh().replace("{0}", speciality.zh()), pitch.en().replace("{0}", en));
    }

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
