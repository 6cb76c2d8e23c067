package org.pavilion.server.live.stream;

import org.pavilion.api.Ref;
import org.pavilion.server.live.view.CueView;

/** A caption as it is stored. */
record CueRow(String id, Ref room, String language, long fromMs, long toMs, String text) {
    CueView view() {
        return new CueView(id, language, fromMs, toMs, text);
    }
}
