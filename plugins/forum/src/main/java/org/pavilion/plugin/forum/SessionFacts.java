package org.pavilion.plugin.forum;

import java.util.ArrayList;
import java.util.List;
import org.pavilion.api.Cell;
import org.pavilion.api.Directory;
import org.pavilion.api.Names;
import org.pavilion.api.Ref;
import org.pavilion.api.Sheet;
import org.pavilion.api.Text;

/** What is known of a session, as labelled values. */
final class SessionFacts {
    private SessionFacts() {}

    static List<Sheet.Fact> of(SessionLine line, Directory directory, Names names) {
        var facts = new ArrayList<Sheet.Fact>();
        Programme.when(line, directory)
                .ifPresent(when -> facts.add(new Sheet.Fact(Programme.dateLabel(line), List.of(Cell.words(when)))));
        line.moved()
                .ifPresent(from -> facts.add(new Sheet.Fact(
                        new Text("原定", "Was planned"), List.of(Cell.words(Programme.was(line, from, directory))))));
        if (line.place().isPresent()) {
            facts.add(new Sheet.Fact(
                    new Text("地点", "Place"), List.of(Cell.words(line.place().get()))));
        }
        line.venue()
                .ifPresent(zone -> facts.add(new Sheet.Fact(
                        new Text("展区", "Zone"),
                        List.of(Cell.to(new Ref("zone", zone), new Text("去展区看看", "See the zone"))))));
        line.track()
                .ifPresent(track ->
                        facts.add(new Sheet.Fact(new Text("专题", "Track"), List.of(Cell.words(names.field(track))))));
        line.capacity()
                .ifPresent(capacity -> facts.add(
                        new Sheet.Fact(new Text("容量", "Capacity"), List.of(Cell.words(Programme.capacity(capacity))))));
        line.theme().ifPresent(theme -> facts.add(new Sheet.Fact(new Text("主题", "Theme"), List.of(Cell.words(theme)))));
        if (!line.languages().isEmpty()) {
            facts.add(new Sheet.Fact(
                    new Text("语言", "Languages"),
                    line.languages().stream()
                            .map(code -> Cell.words(Terms.of(code)))
                            .toList()));
        }
        line.count()
                .ifPresent(count -> facts.add(new Sheet.Fact(
                        new Text("所含场数", "Events it stands for"), List.of(Cell.words(String.valueOf(count))))));
        line.remoteLink()
                .ifPresent(
                        link -> facts.add(new Sheet.Fact(new Text("远程连线", "Remote link"), List.of(Cell.words(link)))));
        line.existenceInferred()
                .ifPresent(reason -> facts.add(new Sheet.Fact(
                        new Text("推定依据", "Why inferred"),
                        List.of(Cell.words(new Text("资料只提到其成果，场次本身由此推定。", reason))))));
        return facts;
    }
}
