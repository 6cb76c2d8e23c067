package org.pavilion.api;

import java.util.List;
import java.util.Optional;

/**
 * A published figure about a subject: rival claims about the same metric stand side by side, each
 * with its source and doubt; nothing merges them.
 *
 * @param id public id, a slug
 * @param subject what the figure is about, usually {@code edition:…}
 * @param edition id of the edition it belongs to
 * @param name what is counted
 * @param summary one sentence on the scope of the count
 * @param quantity value, unit and qualifier
 * @param sources where it was read
 * @param doubt why a reader should hesitate, if there is a reason
 */
@Stable
public record Claim(
        String id,
        Ref subject,
        String edition,
        Text name,
        Text summary,
        Quantity quantity,
        List<Source> sources,
        Optional<Text> doubt) {}
