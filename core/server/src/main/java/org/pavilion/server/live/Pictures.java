package org.pavilion.server.live;

import org.pavilion.api.Caller;
import org.pavilion.api.Ref;
import org.pavilion.server.live.view.CaptionDesk;
import org.pavilion.server.live.view.ChapterDraft;
import org.pavilion.server.live.view.ChapterLine;
import org.pavilion.server.live.view.CueDraft;
import org.pavilion.server.live.view.CueList;
import org.pavilion.server.live.view.CueView;
import org.pavilion.server.live.view.SaidHits;
import org.pavilion.server.live.view.SiteDraft;
import org.pavilion.server.live.view.StreamDesk;

/** The pictures of rooms, their captions and chapters, and looking up what was said, each for a caller. */
public interface Pictures {
    /** Where a room's pictures come from and how they do. */
    StreamDesk desk(Caller caller, Ref room);

    /** Says what a site, {@code main} or {@code second}, shows from now on. */
    void describe(Caller caller, Ref room, String site, SiteDraft draft);

    /** A new key for the encoder of a site, to be shown once; the one before is worthless from now on. */
    String key(Caller caller, Ref room, String site);

    /** Takes the key of a site back. */
    void revoke(Caller caller, Ref room, String site);

    /** What a captioner's page shows. */
    CaptionDesk captions(Caller caller, Ref room, String language);

    /** The captions of a room in a language, for everybody. */
    CueList cues(Ref room, String language);

    CueView addCue(Caller caller, Ref room, CueDraft draft);

    CueView changeCue(Caller caller, Ref room, String id, CueDraft draft);

    void deleteCue(Caller caller, Ref room, String id);

    /** Puts a WebVTT file in the place of the captions of a language; returns how many there are. */
    int replaceCues(Caller caller, Ref room, String language, byte[] file);

    /** The captions of a language as WebVTT. */
    String cueFile(Ref room, String language);

    ChapterLine addChapter(Caller caller, Ref room, ChapterDraft draft);

    ChapterLine changeChapter(Caller caller, Ref room, String id, ChapterDraft draft);

    void deleteChapter(Caller caller, Ref room, String id);

    /** Where words were said in a room. */
    SaidHits search(Ref room, String words);
}
