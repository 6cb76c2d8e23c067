package org.pavilion.api;

/** The plugin's own templates ({@code src/main/jte}), rendered with escaping on. */
@Stable
public interface Templates {

    /** Renders {@code <package>.tpl.<name>} with the parameters {@code View view} and {@code model}. */
    Html render(Request request, String name, Record model);
}
