/**
 * The face of the expo for everybody who meets it: its name, logo and colours, and how far its set-up has got.
 *
 * <p>Colours come from one seed. A tone is searched in OKLCH by lightness alone, so hue survives and every pair of text
 * and ground is proved on the rounded sRGB bytes a browser paints; "lighten by a fixed step" was tried on paper and
 * fails for yellows and deep blues.
 */
@NullMarked
package org.pavilion.server.brand;

import org.jspecify.annotations.NullMarked;
