package org.pavilion.server.directory;

import java.util.List;
import org.pavilion.api.Text;

/** What an organiser says about an organisation: its name, what it is, and what else it is called. */
public record OrganisationDraft(Text name, Text summary, List<Text> aliases) {}
