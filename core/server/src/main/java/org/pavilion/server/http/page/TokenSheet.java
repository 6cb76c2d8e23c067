package org.pavilion.server.http.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pavilion.api.Scope;
import org.pavilion.server.identity.DeclaredPermission;
import org.pavilion.server.identity.Token;
import org.pavilion.server.identity.Tokens;

/**
 * The page of one's own tokens.
 *
 * @param rights those the reader holds somewhere, for a token holds no other
 * @param places where the reader may issue tokens
 * @param issued the fresh one with its secret, on the answer to the form alone
 */
public record TokenSheet(
        List<Token> tokens,
        List<DeclaredPermission> rights,
        Set<String> picked,
        List<Scope> places,
        Typed typed,
        Optional<Tokens.Issued> issued,
        Optional<Desk.Notice> notice) {}
