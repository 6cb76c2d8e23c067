package org.pavilion.plugin.trading;

import org.pavilion.api.Problem;
import org.pavilion.api.Request;

/** Reads the scope of a statistic: an edition alone, or with those it hosts. */
final class Scopes {
    private Scopes() {}

    static DealFigures.Scope from(Request request, Market market) {
        var scope = request.query("scope").orElse("hosted");
        return switch (scope) {
            case "own" -> market.scope(request.query("edition"), false);
            case "hosted" -> market.scope(request.query("edition"), true);
            default -> throw Problem.invalid("/scope", "own or hosted, not " + scope);
        };
    }
}
