package org.pavilion.server.http.page;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Text;
import org.pavilion.server.http.ApprovalSource.Verdict;
import org.pavilion.server.http.ApprovalSource.Waiting;

/**
 * What waits for a decision, the oldest first.
 *
 * @param preview several picked ones, shown before they are decided
 * @param undo what takes back the decision just made; empty when nothing does
 * @param error message of why nothing was decided
 */
public record ApprovalList(
        List<Item> items,
        Optional<Preview> preview,
        Optional<Desk.Notice> notice,
        String undo,
        Optional<String> error) {

    public record Item(String kind, Text kindTitle, Waiting waiting) {
        /** Names it in a form. */
        public String key() {
            return kind + "/" + waiting.id();
        }
    }

    public record Preview(Verdict verdict, String note, List<Item> picked) {}
}
