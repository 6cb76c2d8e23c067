package org.pavilion.server.http.page;

import java.util.List;
import java.util.Optional;
import org.pavilion.server.brand.Logo;
import org.pavilion.server.brand.Theme;

/**
 * The profile of the expo, to be changed.
 *
 * @param theme shown as a preview: of the colour that is tried, else of the one that is chosen
 * @param tried whether the preview shows a colour that is not chosen yet
 */
public record ProfilePage(
        Entered typed, Optional<Theme> theme, boolean tried, Optional<Logo> logo, List<String> zones, boolean saved) {}
