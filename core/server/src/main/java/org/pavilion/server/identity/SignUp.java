package org.pavilion.server.identity;

import org.pavilion.api.Language;

/** What somebody gives who wants an account. */
public record SignUp(String email, String name, String password, Language language) {
    @Override
    public String toString() {
        return "SignUp[***]";
    }
}
