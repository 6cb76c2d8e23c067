package org.pavilion.server.identity;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Ref;

/** What happens to accounts, as others hear of it: references alone. */
final class AccountEvents {
    private AccountEvents() {}

    record Created(Ref account) implements DomainEvent {
        @Override
        public Ref subject() {
            return account;
        }
    }

    record Confirmed(Ref account) implements DomainEvent {
        @Override
        public Ref subject() {
            return account;
        }
    }

    /** @param by who invited; the invited person joins later */
    record Invited(Ref account, Ref by) implements DomainEvent {
        @Override
        public Ref subject() {
            return account;
        }
    }

    record PasswordChanged(Ref account) implements DomainEvent {
        @Override
        public Ref subject() {
            return account;
        }
    }

    record Changed(Ref account) implements DomainEvent {
        @Override
        public Ref subject() {
            return account;
        }
    }

    record Blocked(Ref account, Ref by) implements DomainEvent {
        @Override
        public Ref subject() {
            return account;
        }
    }

    record Unblocked(Ref account, Ref by) implements DomainEvent {
        @Override
        public Ref subject() {
            return account;
        }
    }

    /** @param account the one that goes; what others keep of it belongs to {@code into} */
    record Merged(Ref account, Ref into, Ref by) implements DomainEvent {
        @Override
        public Ref subject() {
            return account;
        }
    }

    record Erased(Ref account) implements DomainEvent {
        @Override
        public Ref subject() {
            return account;
        }
    }

    static void declare(DomainEvents events) {
        events.publishes("identity.account-created.v1", Created.class)
                .publishes("identity.account-confirmed.v1", Confirmed.class)
                .publishes("identity.account-invited.v1", Invited.class)
                .publishes("identity.account-changed.v1", Changed.class)
                .publishes("identity.account-blocked.v1", Blocked.class)
                .publishes("identity.account-unblocked.v1", Unblocked.class)
                .publishes("identity.account-erased.v1", Erased.class)
                .publishes(Merges.MERGED, Merged.class)
                .publishes("identity.password-changed.v1", PasswordChanged.class);
    }
}
