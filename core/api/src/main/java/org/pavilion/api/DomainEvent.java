package org.pavilion.api;

/**
 * Something that happened, as a record of ids and what changed; never personal text that must stay
 * erasable. Register the type with {@link DomainEvents#publishes}.
 */
@Stable
public interface DomainEvent {
    Ref subject();
}
