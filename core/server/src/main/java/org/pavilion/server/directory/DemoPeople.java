package org.pavilion.server.directory;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pavilion.api.Text;
import org.pavilion.server.directory.Lines.PersonLine;

/** The invented speakers of the demo days: no real person is given words or a place there. */
final class DemoPeople {
    private static final List<Text> NAMES = List.of(
            new Text("林知远", "Lin Zhiyuan"),
            new Text("沈若溪", "Shen Ruoxi"),
            new Text("高一鸣", "Gao Yiming"),
            new Text("陆星河", "Lu Xinghe"),
            new Text("苏念安", "Su Nian'an"),
            new Text("江临川", "Jiang Linchuan"),
            new Text("叶听澜", "Ye Tinglan"),
            new Text("顾南乔", "Gu Nanqiao"),
            new Text("韩松屿", "Han Songyu"),
            new Text("白予墨", "Bai Yumo"),
            new Text("程野", "Cheng Ye"),
            new Text("秦若谷", "Qin Ruogu"),
            new Text("玛尔塔·埃尔南德斯", "Marta Hernández"),
            new Text("奥利弗·温特", "Oliver Winter"),
            new Text("拉吉·梅农", "Raj Menon"),
            new Text("井上春香", "Haruka Inoue"),
            new Text("宋以宁", "Song Yining"),
            new Text("方既白", "Fang Jibai"));

    private static final List<Text> ROLES = List.of(
            new Text("虚构研究院研究员", "Researcher at an invented institute"),
            new Text("虚构公司首席工程师", "Chief engineer of an invented firm"),
            new Text("虚构大学教授", "Professor at an invented university"),
            new Text("虚构基金合伙人", "Partner of an invented fund"));

    private DemoPeople() {}

    static List<PersonLine> all() {
        return IntStream.range(0, NAMES.size())
                .mapToObj(number -> person(number + 1, NAMES.get(number), ROLES.get(number % ROLES.size())))
                .toList();
    }

    private static PersonLine person(int number, Text name, Text role) {
        return new PersonLine(
                "per-demo-%02d".formatted(number),
                Optional.of("person"),
                name,
                new Text("为演示日虚构的发言人。", "An invented speaker of the demo days."),
                role,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(true),
                List.of());
    }
}
