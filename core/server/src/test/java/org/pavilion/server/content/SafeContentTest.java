package org.pavilion.server.content;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pavilion.api.Language;
import org.pavilion.api.Text;

class SafeContentTest {
    private final SafeContent content = new SafeContent();

    private String html(String markdown) {
        return content.markdown(Text.same(markdown), Language.EN).body();
    }

    @Test
    void rendersWhatWritersUse() {
        var html = html("""
                # Title

                Some *weight* and **more**, `code`, a [link](https://example.org/a?b=1&c=2).

                1. one
                2. two

                > said
                """);
        assertTrue(html.contains("<h2>Title</h2>"), html);
        assertTrue(html.contains("<em>weight</em> and <strong>more</strong>"), html);
        assertTrue(html.contains("<code>code</code>"), html);
        assertTrue(html.contains("href=\"https://example.org/a?b&#61;1&amp;c&#61;2\""), html);
        assertTrue(html.contains("<ol>"), html);
        assertTrue(html.contains("<blockquote>"), html);
    }

    @Test
    void fallsBackToTheOtherLanguage() {
        assertTrue(content.markdown(new Text("你好", ""), Language.EN).body().contains("你好"));
    }

    @Test
    void keepsPathsOfThisSite() {
        assertTrue(html("[hall](/halls)").contains("href=\"/halls\""));
    }

    @Test
    void showsTheWordsOfAPictureInsteadOfLoadingIt() {
        var html = html("![a tracker](https://evil.example/pixel.gif)");
        assertFalse(html.contains("<img"), html);
        assertTrue(html.contains("a tracker"), html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg/onload=alert(1)>",
                "<iframe src=javascript:alert(1)></iframe>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<style>@import 'https://evil.example'</style>",
                "<object data=\"data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==\"></object>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<form action=//evil.example><input name=q></form>",
                "<base href=//evil.example/>",
                "<meta http-equiv=refresh content=0;url=//evil.example>",
                "<!--><img src=x onerror=alert(1)>-->",
                "<![CDATA[<img src=x onerror=alert(1)>]]>",
                "<?php <img src=x onerror=alert(1)> ?>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](java&#x09;script:alert(1))",
                "[x](<java\tscript:alert(1)>)",
                "[x](&#106;avascript:alert(1))",
                "[x](data:text/html,<script>alert(1)</script>)",
                "[x](vbscript:msgbox(1))",
                "[x](file:///etc/passwd)",
                "<javascript:alert(1)>",
                "![x](javascript:alert(1))",
                "![x](\" onerror=alert(1) \")",
                "[x](/a \"\\\" onmouseover=alert(1) \\\"\")",
                "`<img src=x onerror=alert(1)>`",
                "    <img src=x onerror=alert(1)>",
                "```html onload=alert(1)\n<script>alert(1)</script>\n```",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "\u0000<scr\u0000ipt>alert(1)</scr\u0000ipt>",
                "<<script>script>alert(1)<</script>/script>",
                "[ref]: javascript:alert(1)\n\n[ref]",
                "<div style=\"background:url(javascript:alert(1))\">x</div>",
                "<details open ontoggle=alert(1)>",
                "<video><source onerror=alert(1)></video>",
                "<x-booth onclick=alert(1)>x</x-booth>"
            })
    void letsNoPayloadBecomeMarkup(String payload) {
        var html = html(payload);
        // Whatever is left of the payload is text: no tag but those of Markdown, no attribute but a harmless href.
        var tags = html.replaceAll("</?(p|br|hr|em|strong|code|pre|blockquote|ul|ol|li|h[2-6])( /)?>", "")
                .replaceAll("<a href=\"(https?:|mailto:|/)[^\"]*\" rel=\"nofollow noopener\">|</a>", "");
        assertFalse(tags.contains("<"), html);
        assertFalse(
                html.toLowerCase(Locale.ROOT).matches("(?s).*(href|src)=\"?\\s*(javascript|data|vbscript|file):.*"));
    }

    @Test
    void endsQuicklyOnDeepNesting() {
        var html = html("> ".repeat(5_000) + "deep");
        assertTrue(html.contains("deep"));
    }
}
