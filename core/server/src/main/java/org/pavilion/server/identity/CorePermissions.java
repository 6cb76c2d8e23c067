package org.pavilion.server.identity;

import java.util.List;
import java.util.Set;
import org.pavilion.api.Permission;
import org.pavilion.api.Text;

/** The rights the house itself knows; boards declare theirs in their manifests. */
final class CorePermissions {
    private CorePermissions() {}

    static final List<DeclaredPermission> ALL = List.of(
            of("expo:view", "参观展会", "Visit the expo", "guest"),
            of("expo:manage", "管理展会", "Run the expo", "organiser"),
            of("edition:manage", "管理届次", "Create, open and freeze editions", "organiser"),
            of("announcement:publish", "发布公告", "Publish announcements", "organiser"),
            of("settings:edit", "修改设置", "Change settings of the house", "operator"),
            of("audit:read", "查阅审计记录", "Read the audit", "operator", "organiser"),
            of("health:read", "查看运行状况", "See how the house does", "operator", "organiser"),
            of("backup:run", "备份", "Make backups", "operator"),
            of("account:manage", "管理账户", "Manage accounts", "operator", "organiser"),
            of("mail:manage", "管理邮件", "See mail that waits or failed, and send it again", "operator", "organiser"),
            of("role:grant", "授予角色", "Give and take roles", "operator", "organiser"),
            of("profile:edit", "管理自己的资料", "Manage one's own profile and data", "attendee"),
            of(
                    "token:issue",
                    "签发机器令牌",
                    "Issue tokens to machines",
                    "operator",
                    "organiser",
                    "moderator",
                    "booth-owner"),
            of(
                    "sanction:apply",
                    "处置违规者",
                    "Warn, time out and ban",
                    "organiser",
                    "moderator",
                    "booth-owner",
                    "booth-staff"),
            of("sanction:decide", "裁决申诉", "Decide appeals", "organiser"),
            of("sanction:appeal", "查看处置并申诉", "See one's own record and appeal", "guest"),
            of("plugin:read", "查看插件", "See the plugins", "operator", "organiser"),
            of("plugin:install", "安装与停用插件", "Install, stop and remove plugins", "operator"),
            of("plugin:configure", "设置插件", "Change settings of plugins", "operator", "organiser"),
            of("import:run", "导入数据", "Import records", "operator", "organiser"),
            of("announcement:publish", "发布公告", "Publish announcements", "operator", "organiser"),
            of("approval:decide", "审批待办", "Decide what waits for approval", "operator", "organiser"),
            of("edition:manage", "管理届次", "Manage editions", "operator", "organiser"),
            of("search:query", "搜索", "Search", "guest"),
            of("search:manage", "管理搜索", "Rebuild and tune search", "operator", "organiser"),
            of("directory:edit", "编辑名录", "Edit the directory", "organiser"),
            of("agenda:edit", "编排日程", "Edit the programme", "operator", "organiser", "moderator"),
            of("room:manage", "管理直播间", "Manage the list of rooms", "organiser"),
            of("live:room.watch", "在直播间旁听", "Listen in live rooms", "guest", "in-room", "display"),
            of("live:chat.send", "在直播间发言", "Talk in live rooms", "guest", "in-room"),
            of("live:reaction.send", "在直播间互动", "React in live rooms", "guest", "in-room"),
            of("live:question.ask", "在直播间提问", "Ask in live rooms", "guest", "in-room"),
            of(
                    "live:question.answer",
                    "回答直播间提问",
                    "Answer questions in live rooms",
                    "operator",
                    "organiser",
                    "moderator",
                    "booth-owner",
                    "booth-staff",
                    "speaker"),
            of("live:vote", "在直播间投票", "Vote in live rooms", "guest", "in-room"),
            of(
                    "live:poll.run",
                    "主持投票",
                    "Run polls in live rooms",
                    "operator",
                    "organiser",
                    "moderator",
                    "booth-owner",
                    "booth-staff"),
            of(
                    "live:display.show",
                    "在大屏上显示",
                    "Show a live room on a screen",
                    "display",
                    "operator",
                    "organiser",
                    "moderator",
                    "booth-owner"),
            of("live:caption.edit", "编辑字幕与章节", "Edit captions and chapters", "operator", "organiser", "moderator"),
            of(
                    "live:display.pair",
                    "连接大屏",
                    "Pair screens with live rooms",
                    "operator",
                    "organiser",
                    "moderator",
                    "booth-owner"),
            of(
                    "live:chat.moderate",
                    "管理直播间发言",
                    "Moderate what is said in live rooms",
                    "operator",
                    "organiser",
                    "moderator",
                    "booth-owner",
                    "booth-staff"),
            of(
                    "live:room.configure",
                    "设置与主持直播间",
                    "Run live rooms",
                    "operator",
                    "organiser",
                    "moderator",
                    "booth-owner"),
            of("statistics:read", "查看统计", "See statistics", "operator", "organiser"),
            of("health:details", "查看运行细节", "See how the house is doing in detail", "operator"));

    private static DeclaredPermission of(String name, String zh, String en, String... grants) {
        return new DeclaredPermission(new Permission(name), new Text(zh, en), Set.of(grants));
    }
}
