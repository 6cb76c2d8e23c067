package org.pavilion.plugin.exhibition;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Source;
import org.pavilion.api.Text;

/**
 * One line of the import kind {@code platform}.
 *
 * @param session id of the session where it was unveiled, as far as it is known
 */
record PlatformLine(
        String id,
        String kind,
        Text name,
        Text summary,
        String edition,
        String platformType,
        List<String> builders,
        Optional<String> unveiled,
        Optional<String> doubt,
        Optional<Boolean> synthetic,
        Optional<String> session,
        List<Source> source) {}
