package org.pavilion.server.search;

import org.pavilion.api.Ref;

/**
 * One completion of what is being typed.
 *
 * @param text the title in the asked language, plain text
 * @param typeLabel the object's kind as readers see it
 * @param url page of the object in the asked language
 */
public record Suggestion(Ref ref, String text, String type, String typeLabel, String url) {}
