package org.pavilion.server.brand;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.pavilion.api.Problem;

/**
 * A drawing of shapes and gradients, written anew from the few elements and attributes that are known to be harmless.
 * Notes of drawing programs are left out; what would change the picture when left out is refused with its name.
 */
record SafeSvg(double width, double height, double left, double top, String inside) {
    private static final int MOST_BYTES = 512 << 10;
    private static final int MOST_ELEMENTS = 5_000;
    private static final String SVG = "http://www.w3.org/2000/svg";

    private static final Set<String> SHAPES = Set.of(
            "svg",
            "g",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "defs",
            "linearGradient",
            "radialGradient",
            "stop",
            "clipPath",
            "mask",
            "symbol",
            "use");

    private static final Set<String> NOTES = Set.of("title", "desc", "metadata");

    private static final Set<String> ATTRIBUTES = Set.of(
            "id",
            "d",
            "fill",
            "fill-rule",
            "fill-opacity",
            "clip-rule",
            "stroke",
            "stroke-width",
            "stroke-linecap",
            "stroke-linejoin",
            "stroke-miterlimit",
            "stroke-dasharray",
            "stroke-opacity",
            "opacity",
            "transform",
            "viewBox",
            "width",
            "height",
            "x",
            "y",
            "x1",
            "x2",
            "y1",
            "y2",
            "cx",
            "cy",
            "r",
            "rx",
            "ry",
            "fx",
            "fy",
            "points",
            "offset",
            "stop-color",
            "stop-opacity",
            "gradientUnits",
            "gradientTransform",
            "spreadMethod",
            "clip-path",
            "mask",
            "clipPathUnits",
            "maskUnits",
            "style",
            "href",
            "preserveAspectRatio");

    private static final Pattern OUTSIDE =
            Pattern.compile("(?i)url\\((?!\\s*['\"]?#)|[a-z]+script:|data:|expression|@|\\\\");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,8})?");

    /** Refused with {@code logo.svg} when it holds more than a picture. */
    static SafeSvg of(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw refused("an SVG may have 512 KB; save the logo as PNG");
        }
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            return new Reading(factory.createXMLStreamReader(new ByteArrayInputStream(bytes))).whole();
        } catch (XMLStreamException e) {
            throw refused("the SVG is not well-formed").causedBy(e);
        }
    }

    /** The drawing in the middle of a white plate with round corners. */
    byte[] onPlate(int plateWidth, int plateHeight, int margin) {
        return String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"%s\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">"
                                + "<rect width=\"100%%\" height=\"100%%\" rx=\"%d\" fill=\"#fff\"/>"
                                + "<svg x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" viewBox=\"%s %s %s %s\">%s</svg></svg>",
                        SVG,
                        plateWidth,
                        plateHeight,
                        plateWidth,
                        plateHeight,
                        margin,
                        margin,
                        margin,
                        plateWidth - 2 * margin,
                        plateHeight - 2 * margin,
                        left,
                        top,
                        width,
                        height,
                        inside)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Problem refused(String detail) {
        return LogoFile.refused("logo.svg", detail);
    }

    /** One pass over the elements. */
    private static final class Reading {
        private final XMLStreamReader in;
        private final StringBuilder out = new StringBuilder();
        private double[] box = {};
        private int elements;
        private int depth;

        Reading(XMLStreamReader in) {
            this.in = in;
        }

        SafeSvg whole() throws XMLStreamException {
            while (in.hasNext()) {
                switch (in.next()) {
                    case XMLStreamConstants.START_ELEMENT -> start();
                    case XMLStreamConstants.END_ELEMENT -> end();
                    case XMLStreamConstants.ENTITY_REFERENCE -> throw refused("an SVG with entities is not read");
                    default -> {}
                }
            }
            if (box.length != 4 || box[2] <= 0 || box[3] <= 0) {
                throw refused("the SVG says neither a viewBox nor a width and height");
            }
            return new SafeSvg(box[2], box[3], box[0], box[1], out.toString());
        }

        private void start() throws XMLStreamException {
            var name = in.getLocalName();
            if (++elements > MOST_ELEMENTS) {
                throw refused("the SVG has more than " + MOST_ELEMENTS + " elements; save the logo as PNG");
            }
            boolean ours = SVG.equals(in.getNamespaceURI());
            if (depth == 0) {
                if (!ours || !name.equals("svg")) {
                    throw refused("not an SVG drawing");
                }
                box = box();
            } else if (!ours || NOTES.contains(name)) {
                skip();
                return;
            } else if (!SHAPES.contains(name)) {
                throw refused("the SVG holds <" + name
                        + ">; save it as plain shapes with presentation attributes, or as PNG");
            } else {
                out.append('<').append(name);
                attributes();
                out.append('>');
            }
            depth++;
        }

        private void end() {
            depth--;
            if (depth > 0) {
                out.append("</").append(in.getLocalName()).append('>');
            }
        }

        private void skip() throws XMLStreamException {
            for (int open = 1; open > 0; ) {
                switch (in.next()) {
                    case XMLStreamConstants.START_ELEMENT -> open++;
                    case XMLStreamConstants.END_ELEMENT -> open--;
                    default -> {}
                }
            }
        }

        private void attributes() {
            for (int i = 0; i < in.getAttributeCount(); i++) {
                var name = in.getAttributeLocalName(i);
                var value = in.getAttributeValue(i);
                if (name.toLowerCase(Locale.ROOT).startsWith("on")) {
                    throw refused("the SVG holds a script (" + name + ")");
                }
                if (!ATTRIBUTES.contains(name)) {
                    continue;
                }
                if (OUTSIDE.matcher(value).find() || (name.equals("href") && !value.startsWith("#"))) {
                    throw refused("the SVG points outside itself (" + name
                            + "); save it with everything embedded, or as PNG");
                }
                out.append(' ')
                        .append(name)
                        .append("=\"")
                        .append(escaped(value))
                        .append('"');
            }
        }

        private double[] box() {
            var view = in.getAttributeValue(null, "viewBox");
            if (view != null) {
                var parts = view.strip().split("[\\s,]+", -1);
                if (parts.length == 4) {
                    return new double[] {number(parts[0]), number(parts[1]), number(parts[2]), number(parts[3])};
                }
            }
            var width = in.getAttributeValue(null, "width");
            var height = in.getAttributeValue(null, "height");
            if (width == null || height == null) {
                return new double[] {};
            }
            return new double[] {0, 0, number(width.replace("px", "")), number(height.replace("px", ""))};
        }

        private static double number(String text) {
            var plain = text.startsWith("-") ? text.substring(1) : text;
            if (!NUMBER.matcher(plain).matches()) {
                throw refused("the size of the SVG is no number: " + text);
            }
            return Double.parseDouble(text);
        }

        private static String escaped(String value) {
            return value.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;");
        }
    }
}
