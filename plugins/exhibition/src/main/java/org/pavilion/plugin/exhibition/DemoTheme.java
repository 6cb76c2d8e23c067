package org.pavilion.plugin.exhibition;

import java.util.List;
import org.pavilion.api.Text;

/**
 * A zone of the demo hall: what it is called and what generated exhibitors in it do.
 *
 * @param field id of the directory's field
 * @param guests ids of real exhibitors that get the first stands
 */
record DemoTheme(String id, Text name, String field, List<Text> specialities, List<String> guests) {

    static final List<DemoTheme> ALL = List.of(
            theme(
                    "ai",
                    "人工智能|Artificial Intelligence",
                    "ai",
                    "大模型|Large models, 机器视觉|Machine vision, 语音交互|Speech, 自动驾驶|Self-driving, 知识图谱|Knowledge graphs",
                    "org-jiuyi, org-zhilian"),
            theme(
                    "chips",
                    "集成电路|Semiconductors",
                    "ict",
                    "功率器件|Power devices, 光电传感|Opto-sensing, 设计工具|Design tools, 射频前端|RF front ends, 存储芯片|Memory",
                    "org-baqis, org-seetrum, org-cmcc-bj, org-cetc-opto"),
            theme(
                    "health",
                    "生命健康|Life and Health",
                    "biomed",
                    "手术机器人|Surgical robots, 细胞治疗|Cell therapy, 体外诊断|Diagnostics, 医学影像|Imaging, 康复辅具|Rehabilitation",
                    "org-ths-tongfang, org-sinovac, org-daxing-bio, org-baikangxin, org-yishiheng, org-zhongjing,"
                            + " org-lepu-bio, org-sinovation"),
            theme(
                    "manufacturing",
                    "智能制造|Smart Manufacturing",
                    "manufacturing",
                    "工业机器人|Industrial robots, 增材制造|3-D printing, 工业软件|Industrial software, 精密机床|Machine tools, 机器人关节|Actuators",
                    "org-bit, org-crsc"),
            theme(
                    "green",
                    "绿色低碳|Green Energy",
                    "energy",
                    "氢能|Hydrogen, 储能|Energy storage, 碳捕集|Carbon capture, 光伏组件|Solar, 智能电网|Smart grids",
                    ""),
            theme(
                    "materials",
                    "新材料|New Materials",
                    "new-materials",
                    "石墨烯|Graphene, 超导线材|Superconductors, 高温合金|Superalloys, 生物基材料|Bio-based materials, 特种陶瓷|Ceramics",
                    "org-imr-cas"),
            theme(
                    "space",
                    "空天科技|Space and Aviation",
                    "aerospace",
                    "商业火箭|Launchers, 卫星遥感|Remote sensing, 低空经济|Low-altitude flight, 卫星通信|Satellite links, 航电系统|Avionics",
                    "org-pmo, org-huairou"),
            theme(
                    "scifi",
                    "科幻未来|Science Fiction",
                    "culture-tech",
                    "影视道具|Film props, 沉浸装置|Immersive installations, 科普出版|Popular science, 数字人|Digital humans, 互动叙事|Interactive stories",
                    ""));

    private static DemoTheme theme(String id, String name, String field, String specialities, String guests) {
        return new DemoTheme(
                "zone-demo-" + id,
                text(name),
                field,
                List.of(specialities.split(", ")).stream().map(DemoTheme::text).toList(),
                guests.isEmpty() ? List.of() : List.of(guests.split(", ")));
    }

    private static Text text(String both) {
        int bar = both.indexOf('|');
        return new Text(both.substring(0, bar), both.substring(bar + 1));
    }
}
