package org.pavilion.plugin.exhibition;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Ref;
import org.pavilion.api.Source;
import org.pavilion.api.Text;

/**
 * An innovation platform that an edition used or unveiled.
 *
 * @param type live, exhibition, matching, innovation …
 * @param builders ids of the organisations that are known to build it; a doubtful one is not set
 * @param unveiled day of the unveiling, as published
 * @param doubt why a reader should hesitate
 */
public record Platform(
        String id,
        String edition,
        String type,
        Text name,
        Text summary,
        List<String> builders,
        Optional<String> unveiled,
        Optional<String> doubt,
        boolean synthetic,
        List<Source> sources,
        long version) {

    public Ref ref() {
        return new Ref("platform", id);
    }
}
