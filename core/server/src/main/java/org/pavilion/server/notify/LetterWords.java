package org.pavilion.server.notify;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Ref;
import org.pavilion.api.Text;
import org.pavilion.server.identity.Letter;

/** What a letter with a one-time link says. */
record LetterWords(Text subject, Text opening, Text button) {
    private static final Text WHY = new Text(
            "链接只能使用一次，到期后失效。如果这不是您本人的操作，请忽略这封邮件。",
            "The link works once and ends by itself. If this was not you, you may ignore this mail.");

    static LetterWords of(Letter.Kind kind) {
        return switch (kind) {
            case CONFIRM ->
                new LetterWords(
                        new Text("请确认您的邮箱", "Confirm your e-mail address"),
                        new Text("请打开下面的链接，完成注册。", "Open this link to finish your sign-up."),
                        new Text("完成注册", "Finish sign-up"));
            case KNOWN ->
                new LetterWords(
                        new Text("您已经有账户", "You have an account already"),
                        new Text(
                                "有人用这个邮箱申请注册，而它已经有账户。您可以直接登录，忘记密码时可以重新设置。",
                                "Somebody wanted to sign up with this address, which has an account already. Sign in, or choose a new password."),
                        new Text("前往登录", "Sign in"));
            case MERGED ->
                new LetterWords(
                        new Text("您的账户已合并", "Your accounts are one now"),
                        new Text(
                                "使用这个邮箱的账户已并入您的另一个账户。请用另一个账户的邮箱登录，忘记密码时可以重新设置。",
                                "The account with this address became part of your other one. Sign in with the address of that one, or choose a new password for it."),
                        new Text("前往登录", "Sign in"));
            case RESET ->
                new LetterWords(
                        new Text("重新设置密码", "Choose a new password"),
                        new Text("请打开下面的链接，设置新密码。", "Open this link to choose a new password."),
                        new Text("设置新密码", "Choose a password"));
            case INVITED ->
                new LetterWords(
                        new Text("邀请您加入%s", "You are invited to %s"),
                        new Text(
                                "主办方为您开通了账户。请打开链接设置密码。",
                                "The organiser made an account for you. Open this link to choose a password."),
                        new Text("接受邀请", "Accept the invitation"));
        };
    }

    Mail mail(Letter letter, Optional<Ref> account, Digests.Site site) {
        var language = letter.language();
        var head = site.head(language);
        var paper = new Paper(
                language.tag(),
                head,
                opening.in(language),
                button.in(language),
                site.link(letter.path(), language),
                List.of(),
                List.of(WHY.in(language)));
        return new Mail(
                account,
                letter.to(),
                "letter." + letter.kind().name().toLowerCase(java.util.Locale.ROOT),
                subject.in(language).formatted(head.name()),
                paper.plain(),
                paper.html(),
                "");
    }
}
