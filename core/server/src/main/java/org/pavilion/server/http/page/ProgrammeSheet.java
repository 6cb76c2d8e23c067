package org.pavilion.server.http.page;

import java.util.List;
import org.pavilion.server.http.PageTools;

/** What boards show on the organiser's programme; empty while none of them keeps one. */
public record ProgrammeSheet(List<PageTools.Part> parts) {}
