package org.pavilion.server.http.page;

import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Language;
import org.pavilion.api.Problem;
import org.pavilion.api.Text;

/** What the forms around accounts say when something is refused. */
final class AccountWords {
    private static final Map<String, Text> CODES = Map.ofEntries(
            Map.entry(
                    "access.credentials", new Text("邮箱与密码不匹配。", "E-mail address and password do not belong together.")),
            Map.entry("access.link", new Text("这个链接已经用过或已过期。", "This link was used already or is too old.")),
            Map.entry(
                    "access.insecure",
                    new Text(
                            "请通过 https 登录，或在服务器本机的浏览器中登录。",
                            "Sign in over https, or in a browser on the server's own machine.")),
            Map.entry(
                    "access.step-up",
                    new Text("请先重新登录，并在十分钟内再试一次。", "Sign in once more first, and do this within ten minutes.")),
            Map.entry("terms.refused", new Text("创建账户需要您同意使用条款。", "An account needs your consent to the terms.")),
            Map.entry(
                    "access.sign-up-closed",
                    new Text("本展会目前不接受自行注册，请联系主办方邀请您。", "This expo takes no new accounts; ask for an invitation.")),
            Map.entry("rate.limited", new Text("尝试次数过多，请稍后再试。", "Too many attempts; try again in a while.")),
            Map.entry(
                    "login.busy",
                    new Text("现在登录的人很多，请稍等片刻再试。", "Many people sign in right now; try again in a moment.")),
            Map.entry("password.length", new Text("密码至少 10 个字符，至多 200 个。", "A password has 10 to 200 characters.")),
            Map.entry(
                    "password.own",
                    new Text("密码不能由自己的邮箱或姓名组成。", "A password must not be made of your address or name.")),
            Map.entry(
                    "password.common",
                    new Text("这个密码太常见，很容易被猜到。", "This password is one of those that are guessed first.")));

    private static final Map<String, Text> FIELDS = Map.of(
            "/email", new Text("请填写邮箱地址，例如 name@example.org。", "Give an e-mail address, like name@example.org."),
            "/name", new Text("请填写名字，1 到 60 个字符。", "Give a name of 1 to 60 characters."),
            "/password", new Text("请填写密码。", "Give a password."));

    private AccountWords() {}

    /** Empty for what is no refusal of these forms. */
    static Optional<String> of(Problem refused, Language language) {
        var pointer = refused.pointer();
        var text = refused.code().equals("request.invalid") && pointer != null
                ? FIELDS.get(pointer)
                : CODES.get(refused.code());
        return Optional.ofNullable(text).map(words -> words.in(language));
    }
}
