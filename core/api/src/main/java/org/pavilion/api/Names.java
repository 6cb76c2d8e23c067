package org.pavilion.api;

import java.util.List;
import java.util.stream.Stream;

/** Ids of organisations, editions and fields as readers know them. */
@Preview
public record Names(Directory directory) {

    /** An organisation's name with its page, or the words themselves when they are no id of ours. */
    public List<Cell> parties(List<String> parties) {
        return parties.stream()
                .map(party -> directory
                        .organisation(party)
                        .map(org -> Cell.to(new Ref("organisation", party), org.name()))
                        .orElseGet(() -> Cell.words(party)))
                .toList();
    }

    /** The names in both languages, for the {@code org} facet of a search document. */
    public List<String> spoken(List<String> parties) {
        return parties.stream()
                .map(party ->
                        directory.organisation(party).map(Organisation::name).orElseGet(() -> Text.same(party)))
                .flatMap(name -> Stream.of(name.in(Language.ZH), name.in(Language.EN)))
                .distinct()
                .toList();
    }

    /** The edition's name as a mark; the id itself when there is none. */
    public Mark edition(String id) {
        return Mark.plain(directory.edition(id).map(edition -> edition.name()).orElseGet(() -> Text.same(id)));
    }

    public Text field(String id) {
        return directory.fields().stream()
                .filter(field -> field.id().equals(id))
                .map(field -> field.name())
                .findFirst()
                .orElseGet(() -> Text.same(id));
    }

    public List<Mark> fields(List<String> ids) {
        return ids.stream().map(this::field).map(Mark::plain).toList();
    }
}
