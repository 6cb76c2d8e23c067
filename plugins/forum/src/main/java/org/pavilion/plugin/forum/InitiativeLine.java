package org.pavilion.plugin.forum;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Ref;
import org.pavilion.api.Source;
import org.pavilion.api.Text;

/**
 * A call that a forum issued, as it is imported and kept.
 *
 * @param session id of the session that issued it, as far as it is known
 */
public record InitiativeLine(
        String id,
        Optional<String> kind,
        Text name,
        Text summary,
        String edition,
        Optional<Boolean> synthetic,
        Optional<String> session,
        List<Source> source) {

    public Ref ref() {
        return new Ref("initiative", id);
    }

    boolean invented() {
        return synthetic.orElse(false);
    }

    /** The year of its first source; empty without one. */
    String year() {
        return source.isEmpty() ? "" : String.valueOf(source.getFirst().year());
    }
}
