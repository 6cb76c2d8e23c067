package org.pavilion.plugin.exhibition;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Text;

/** What an organiser may change of a booth; an absent member stays as it is. */
public record BoothEdit(Optional<Text> pitch, Optional<List<String>> fields, Optional<List<String>> tags) {}
