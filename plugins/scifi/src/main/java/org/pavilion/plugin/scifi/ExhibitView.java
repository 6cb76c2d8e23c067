package org.pavilion.plugin.scifi;

import java.util.Arrays;
import java.util.List;
import org.pavilion.api.Mark;
import org.pavilion.api.Text;

/**
 * The page of one exhibit.
 *
 * @param figures what the source states about it
 * @param marks its edition and what else stands beside the name
 */
public record ExhibitView(ExhibitCard card, Text type, List<GalleryView.Figure> figures, List<Mark> marks) {

    /** The paragraphs of its story, in one language. */
    public static List<String> paragraphs(String story) {
        return Arrays.stream(story.split("\n\n"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** The answers visitors choose from. */
    public static List<Distance.Answer> answers() {
        return Distance.of("", java.util.Map.of(), java.util.Optional.empty()).answers();
    }
}
