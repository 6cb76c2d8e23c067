package org.pavilion.server.live.question;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Ref;

/** What questions tell the log; the subject is the room. */
public sealed interface QuestionChange extends DomainEvent {
    /** The host's team moved a question on. */
    record QuestionModerated(Ref subject, String question, String act) implements QuestionChange {}

    record QuestionRulesChanged(Ref subject) implements QuestionChange {}

    static void publish(DomainEvents events) {
        events.publishes("live.question-moderated.v1", QuestionModerated.class)
                .publishes("live.question-rules-changed.v1", QuestionRulesChanged.class);
    }
}
