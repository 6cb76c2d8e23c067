package org.pavilion.server.http.page;

import java.util.Optional;

/** What the pages around accounts show. */
public final class AccountSheets {
    private AccountSheets() {}

    /**
     * Sign-in.
     *
     * @param next where to go on; empty for the start
     * @param provider another provider that signs in here
     * @param signedIn name of who is signed in already
     * @param done key of what was just done
     * @param open whether strangers get an account by themselves
     */
    public record Door(
            Typed typed,
            String next,
            Optional<String> provider,
            Optional<String> signedIn,
            Optional<String> done,
            boolean open) {}

    /**
     * Sign-up and forgotten passwords.
     *
     * @param sent once the letter is on its way, if there is an address
     * @param open whether strangers get an account by themselves
     */
    public record Wish(Typed typed, boolean sent, boolean open) {}

    /**
     * What people agree to when they make an account.
     *
     * @param expo its name
     * @param contact e-mail address of the organiser, or empty
     * @param version of the text
     */
    public record Terms(String expo, String contact, String version) {}

    /**
     * The page of a one-time link.
     *
     * @param kind confirm, reset or invited; also names its texts
     * @param who the address or name it is for; empty when the link does not work
     */
    public record Link(String kind, String token, Optional<String> who, Typed typed) {}
}
