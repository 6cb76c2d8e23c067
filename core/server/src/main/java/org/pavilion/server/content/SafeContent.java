package org.pavilion.server.content;

import org.pavilion.api.Content;
import org.pavilion.api.Html;
import org.pavilion.api.Language;
import org.pavilion.api.Text;

/** Markdown for pages: CommonMark without raw HTML, then sanitised. */
public final class SafeContent implements Content {
    @Override
    public Html markdown(Text text, Language language) {
        throw new UnsupportedOperationException();
    }
}
