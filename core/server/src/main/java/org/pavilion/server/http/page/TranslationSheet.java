package org.pavilion.server.http.page;

import java.util.Optional;
import org.pavilion.server.directory.TranslationDesk;

/**
 * The texts that lack a language, to be written beside their other half.
 *
 * @param saved how many were written just now
 * @param fault why one was refused, or empty
 */
public record TranslationSheet(TranslationDesk desk, String kind, Optional<String> saved, String fault) {}
