package org.pavilion.plugin.scifi;

import java.util.Optional;
import org.pavilion.api.Link;

/**
 * An exhibit as cards and pages show it.
 *
 * @param counterpart the real thing it is set beside
 */
public record ExhibitCard(Exhibit exhibit, Optional<Link> counterpart) {

    /** File of its poster below the plugin's assets; empty when nothing of it may be shown. */
    public Optional<String> poster() {
        return exhibit.model().map(name -> "props/" + name + ".jpg");
    }

    public Optional<String> model() {
        return exhibit.model().map(name -> "props/" + name + ".glb");
    }

    /** A drawn pattern, always the same for the same exhibit. */
    public String art() {
        return exhibit.work().isPresent() ? "rays" : "rings";
    }

    /** Whether it belongs to a film or book, of which no picture may be shown without rights. */
    public boolean withheld() {
        return exhibit.work().isPresent()
                && exhibit.rights().isEmpty()
                && !exhibit.type().equals("fiction-reality-pair");
    }
}
