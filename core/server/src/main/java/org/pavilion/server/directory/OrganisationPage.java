package org.pavilion.server.directory;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Organisation;

/** One page of organisations; {@code next} is the cursor of the following one. */
public record OrganisationPage(List<Organisation> organisations, int total, Optional<String> next) {}
