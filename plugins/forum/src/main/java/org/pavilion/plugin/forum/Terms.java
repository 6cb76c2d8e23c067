package org.pavilion.plugin.forum;

import java.util.Map;
import org.pavilion.api.Text;

/** The board's closed vocabularies in both languages; an unknown code is shown as it is. */
final class Terms {
    private static final Map<String, Text> TERMS = Map.ofEntries(
            Map.entry("plenary", new Text("全体会议", "Plenary")),
            Map.entry("ceremony", new Text("仪式", "Ceremony")),
            Map.entry("forum", new Text("论坛", "Forum")),
            Map.entry("parallel-forum", new Text("平行论坛", "Parallel forum")),
            Map.entry("talk-show", new Text("演讲秀", "Talk show")),
            Map.entry("release", new Text("发布会", "Release")),
            Map.entry("trading", new Text("交易活动", "Trading event")),
            Map.entry("exhibition", new Text("展览", "Exhibition")),
            Map.entry("press", new Text("新闻发布", "Press conference")),
            Map.entry("launch", new Text("启动", "Launch")),
            Map.entry("contest-final", new Text("大赛决赛", "Contest final")),
            Map.entry("policy-and-demand", new Text("政策与需求发布", "Policies and demands")),
            Map.entry("signing", new Text("签约", "Signings")),
            Map.entry("unveiling", new Text("揭牌", "Unveilings")),
            Map.entry("keynote", new Text("主旨演讲", "Keynote")),
            Map.entry("roundtable", new Text("圆桌", "Round table")),
            Map.entry("workshop", new Text("工作坊", "Workshop")),
            Map.entry("demonstration", new Text("现场演示", "Demonstration")),
            Map.entry("talk", new Text("青年演讲", "Youth talk")),
            Map.entry("break", new Text("休息", "Break")),
            Map.entry("opening", new Text("开场", "Opening")),
            Map.entry("speaker", new Text("嘉宾", "Speaker")),
            Map.entry("moderator", new Text("主持人", "Moderator")),
            Map.entry("host", new Text("主持", "Host")),
            Map.entry("panelist", new Text("圆桌嘉宾", "Panellist")),
            Map.entry("guest", new Text("特邀嘉宾", "Guest")),
            Map.entry("zh", new Text("中文", "Chinese")),
            Map.entry("en", new Text("英文", "English")),
            Map.entry("initiative", new Text("倡议", "Initiative")));

    private Terms() {}

    static Text of(String code) {
        return TERMS.getOrDefault(code, Text.same(code));
    }
}
