package org.pavilion.server.http;

import java.util.Optional;
import org.pavilion.api.Request;
import org.pavilion.server.identity.Session;
import org.pavilion.server.identity.Visit;

/** Ties sessions to the browser of a request; nobody else sets a cookie. */
public interface SessionCookies {

    /** What the browser of the request brings. */
    Visit visit(Request request);

    /** Where to go on after signing in, unless it leads off the site or is no page. */
    Optional<String> onward(String wanted);

    /** Gives the browser its new session with the answer to this request. */
    void opened(Request request, Session session);

    /** Ends the session the browser has. */
    void close(Request request);
}
