package org.pavilion.api;

/** The plugin's own templates ({@code src/main/jte}), rendered with escaping on. */
@Stable
public interface Templates {

    /** Renders {@code <package>.tpl.<name>} with the parameters {@code View view} and {@code model}. */
    Html render(Request request, String name, Record model);

    /** Draws a list the way all boards do. */
    @Preview
    Html listing(Request request, Listing listing);

    /** Draws the page of one record the way all boards do. */
    @Preview
    Html sheet(Request request, Sheet sheet);

    /** The same with what to do next with the subject below, in place of the sheet's own links. */
    @Preview
    Html sheet(Request request, Sheet sheet, Ref subject);
}
