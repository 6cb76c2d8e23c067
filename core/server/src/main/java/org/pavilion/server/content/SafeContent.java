package org.pavilion.server.content;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.pavilion.api.Content;
import org.pavilion.api.Html;
import org.pavilion.api.Language;
import org.pavilion.api.Text;

/**
 * Markdown for pages. Raw HTML is shown as text, link targets are limited to http, https, mailto and
 * paths of this site, and what comes out passes an allow-list once more: either wall alone would do.
 */
public final class SafeContent implements Content {
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "hr",
                    "em",
                    "strong",
                    "code",
                    "pre",
                    "blockquote",
                    "ul",
                    "ol",
                    "li",
                    "a",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("start")
            .matching(Pattern.compile("[0-9]{1,6}"))
            .onElements("ol")
            .requireRelsOnLinks("nofollow", "noopener")
            .toFactory();

    private final Parser parser = Parser.builder().build();
    private final HtmlRenderer renderer =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    @Override
    public Html markdown(Text text, Language language) {
        var document = parser.parse(text.in(language));
        document.accept(new Tamer());
        return new Html("", "", POLICY.sanitize(renderer.render(document)));
    }

    /**
     * A page has one first heading, its own; pictures come from the house, not from a text; and a link
     * that leads nowhere safe is only its words.
     */
    private static final class Tamer extends AbstractVisitor {
        private static final Pattern SAFE = Pattern.compile("^(/(?!/)|#|https?:|mailto:)", Pattern.CASE_INSENSITIVE);

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(6, heading.getLevel() + 1));
            visitChildren(heading);
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            unwrap(image);
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            if (!SAFE.matcher(link.getDestination()).find()) {
                unwrap(link);
            }
        }

        private static void unwrap(Node node) {
            for (var child : children(node)) {
                node.insertBefore(child);
            }
            node.unlink();
        }

        private static List<Node> children(Node parent) {
            var found = new ArrayList<Node>();
            for (var each = parent.getFirstChild(); each != null; each = each.getNext()) {
                found.add(each);
            }
            return found;
        }
    }
}
