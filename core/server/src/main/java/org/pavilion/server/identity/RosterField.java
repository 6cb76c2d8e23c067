package org.pavilion.server.identity;

import java.util.Locale;
import java.util.Optional;

/** What a column of a table of people may hold, with the heads that people give such columns. */
public enum RosterField {
    EMAIL("email mail e-mail emailaddress mailaddress 邮箱 电子邮箱 邮件 电子邮件 邮箱地址"),
    NAME("name fullname 姓名 名字 称呼"),
    LANGUAGE("language lang 语言 语种"),
    ROLE("role roles job 角色 职责 身份"),
    SCOPE("scope where place booth room 范围 展位 场所 对象");

    private final String heads;

    RosterField(String heads) {
        this.heads = " " + heads + " ";
    }

    /** The field that a head names, whatever its case, spaces and notes in brackets. */
    public static Optional<RosterField> guess(String head) {
        var plain = head.replaceAll("[(（\\[].*?[)）\\]]", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_./:：*]+", "");
        for (var field : values()) {
            if (!plain.isEmpty() && field.heads.contains(" " + plain + " ")) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
