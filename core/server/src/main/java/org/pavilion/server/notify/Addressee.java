package org.pavilion.server.notify;

import org.pavilion.api.Language;

/**
 * Where a person's mail goes.
 *
 * @param confirmed whether the person reads what is sent there; nothing but letters goes to others
 */
public record Addressee(String email, String name, Language language, boolean confirmed) {
    @Override
    public String toString() {
        return "Addressee[***]";
    }
}
