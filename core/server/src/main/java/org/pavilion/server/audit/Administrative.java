package org.pavilion.server.audit;

import java.util.List;

/**
 * Which events are administrative acts: the reviewed list. A trailing {@code *} stands for any rest.
 *
 * <p>A type that joins the list is audited from then on; what happened before stays as it was.
 */
final class Administrative {
    private static final List<String> PATTERNS = List.of(
            "announcement.*",
            "audit.*",
            "backup.*",
            "content.moderated*",
            "directory.demo-laid.*",
            "directory.edition-*",
            "directory.organisation-merged*",
            "directory.person-merged*",
            "expo.*",
            "brand.*",
            "identity.*",
            "import.*",
            "imports.*",
            "live.display-*",
            "live.entry-*",
            "live.lockdown-changed.*",
            "live.message-approved.*",
            "live.message-held.*",
            "live.message-rejected.*",
            "live.message-removed.*",
            "live.moderated*",
            "live.modes-changed.*",
            "live.notice-ended.*",
            "live.notice-shown.*",
            "live.phase-changed.*",
            "live.words-changed.*",
            "live.poll-moved.*",
            "live.question-moderated.*",
            "live.question-rules-changed.*",
            "notify.announcement*",
            "notify.mail-*",
            "personal.erased*",
            "personal.exported*",
            "plugin.*",
            "search.glossary-changed.*",
            "settings.*",
            "translation.*",
            "wizard.*");

    private Administrative() {}

    static boolean act(String type) {
        return PATTERNS.stream()
                .anyMatch(pattern -> pattern.endsWith("*")
                        ? type.startsWith(pattern.substring(0, pattern.length() - 1))
                        : type.equals(pattern));
    }
}
