package org.pavilion.server.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.pavilion.api.Problem;

/**
 * Which passwords nobody may have. Not a list of ten thousand words but what they are made of: words
 * people think of first, with figures and signs around them, letters written as figures, runs of the
 * keyboard, and repetitions of all that. The test writes out the ones that lists are full of.
 */
final class PasswordRules {
    static final int SHORTEST = 10;
    static final int LONGEST = 200;

    private static final int WHOLE = 4;
    private static final Set<String> WORDS =
            Arrays.stream("""
            password passwort passwd pass motdepasse contrasena senha parola parol mima wodemima secret geheim hemligt
            letmein welcome willkommen bienvenue bienvenido huanying hello hallo bonjour nihao iloveyou ilovey love
            woaini woaiwo aini 520 1314 lovely admin administrator root user guest test tester testing demo login
            default changeme change temp temporary master access system server public private pavilion expo
            exhibition messe zhanhui zhanlan yunzhan china zhongguo beijing shanghai shenzhen guangzhou hangzhou
            qwerty qwertz azerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc wsxedc asdf zxcv qwer
            dragon monkey tiger lion eagle falcon panda horse wolf bear kitty cat dog shadow phoenix
            superman batman spiderman starwars pokemon naruto mickey princess prince queen king angel devil
            sunshine moonlight summer winter spring autumn january february march april june july august september
            october november december monday tuesday wednesday thursday friday saturday sunday
            football baseball soccer basketball hockey golf tennis sports juventus liverpool chelsea arsenal barcelona
            realmadrid computer internet google facebook youtube linkedin twitter instagram apple iphone samsung
            microsoft windows linux android huawei xiaomi wechat weixin alipay taobao baidu tencent
            michael jennifer thomas jordan robert daniel andrew joshua ashley jessica charlie george
            william alexander maria anna peter martin family mother father mama papa baobao baby
            trustno whatever freedom forever friends friend flower cheese cookie chocolate banana orange pepper ginger
            money lucky happy crazy gold silver diamond black white red blue green yellow purple
            company office work business manager boss sales security safe energy power solar nuclear fusion hydrogen
            fuckyou fuck shit asshole bitch sexy hunter killer ninja soldier
            abc abcd abcde abcdef abcdefg a aa one two three four five six seven eight nine zero yes no my the new old
            is this you me i am your our and for
            """.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    private static final int LONGEST_WORD =
            WORDS.stream().mapToInt(String::length).max().orElseThrow();
    private static final String[] ROWS = {
        "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm", "01234567890", "qazwsxedcrfvtgbyhnujmikolp",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0", "147258369", "159357",
                "azertyuiop"
    };

    private PasswordRules() {}

    /** Refuses what is too short, too long or guessed at once; {@code own} is what is known of the person. */
    static void check(String password, Collection<String> own, String pointer) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw refused(pointer, "password.length", "a password has at least " + SHORTEST + " characters");
        }
        var plain = password.toLowerCase(Locale.ROOT);
        if (about(plain, own)) {
            throw refused(pointer, "password.own", "a password says nothing about its owner");
        }
        if (guessed(plain) || guessed(unleet(plain)) || guessed(unleet(bare(plain)))) {
            throw refused(pointer, "password.common", "this password is one of those that are tried first");
        }
    }

    private static Problem refused(String pointer, String code, String why) {
        return new Problem(code, 422, why).at(pointer);
    }

    /** Whether little is left beside the person's own address and name. */
    private static boolean about(String password, Collection<String> own) {
        var rest = password;
        for (var text : own) {
            for (var part : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
                if (part.length() >= WHOLE) {
                    rest = rest.replace(part, "");
                }
            }
        }
        return rest.length() < password.length() && letters(rest).length() < WHOLE;
    }

    /** Whether it falls apart into words, runs and repetitions alone, once figures and signs are gone. */
    private static boolean guessed(String password) {
        if (password.codePoints().distinct().count() <= 2 || run(password)) {
            return true;
        }
        var letters = letters(password);
        boolean hardlyAny = letters.length() < WHOLE && password.codePoints().allMatch(c -> c <= 0x7F);
        return hardlyAny ? figures(password) : made(letters);
    }

    /** Hardly any letters: a date, a telephone number, a row of keys. */
    private static boolean figures(String password) {
        return password.codePoints()
                        .filter(c -> !Character.isDigit(c) && !Character.isLetter(c))
                        .count()
                < WHOLE;
    }

    private static boolean made(String letters) {
        int n = letters.length();
        var reached = new boolean[n + 1];
        reached[0] = true;
        for (int end = 1; end <= n; end++) {
            for (int start = Math.max(0, end - LONGEST_WORD); start < end && !reached[end]; start++) {
                var part = letters.substring(start, end);
                reached[end] = reached[start] && (WORDS.contains(part) || (part.length() >= WHOLE - 1 && run(part)));
            }
        }
        return n > 0 && reached[n];
    }

    /** A stretch of a keyboard row or of the alphabet, forwards or backwards, or one thing again and again. */
    private static boolean run(String text) {
        for (var row : ROWS) {
            var twice = row + row;
            if (twice.contains(text) || new StringBuilder(twice).reverse().indexOf(text) >= 0) {
                return true;
            }
        }
        for (int size = 1; size <= text.length() / 2; size++) {
            if (text.length() % size == 0
                    && text.substring(0, size).repeat(text.length() / size).equals(text)
                    && (size < WHOLE
                            || run(text.substring(0, size))
                            || WORDS.contains(letters(text.substring(0, size))))) {
                return true;
            }
        }
        return false;
    }

    private static String letters(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Without the figures and signs before and behind. */
    private static String bare(String text) {
        return text.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    }

    private static String unleet(String text) {
        return text.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('8', 'b')
                .replace('@', 'a')
                .replace('$', 's')
                .replace('!', 'i');
    }
}
