package org.pavilion.server.live;

import org.pavilion.api.Access;
import org.pavilion.api.Caller;
import org.pavilion.api.Permission;
import org.pavilion.api.Ref;
import org.pavilion.server.live.room.LivePermissions;
import org.pavilion.server.live.stream.Cues;
import org.pavilion.server.live.stream.Streams;
import org.pavilion.server.live.view.CaptionDesk;
import org.pavilion.server.live.view.ChapterDraft;
import org.pavilion.server.live.view.ChapterLine;
import org.pavilion.server.live.view.CueDraft;
import org.pavilion.server.live.view.CueList;
import org.pavilion.server.live.view.CueView;
import org.pavilion.server.live.view.SaidHits;
import org.pavilion.server.live.view.SiteDraft;
import org.pavilion.server.live.view.StreamDesk;

/** Asks for the right at the room before each act. */
record PictureDesk(Access access, Streams streams, Cues cues, SaidSearch said) implements Pictures {

    private void require(Caller caller, Permission right, Ref room) {
        access.require(caller, right, LivePermissions.in(room));
    }

    @Override
    public StreamDesk desk(Caller caller, Ref room) {
        require(caller, LivePermissions.CONFIGURE, room);
        return streams.desk(room);
    }

    @Override
    public void describe(Caller caller, Ref room, String site, SiteDraft draft) {
        require(caller, LivePermissions.CONFIGURE, room);
        streams.describe(room, site, draft);
    }

    @Override
    public String key(Caller caller, Ref room, String site) {
        require(caller, LivePermissions.CONFIGURE, room);
        return streams.key(room, site);
    }

    @Override
    public void revoke(Caller caller, Ref room, String site) {
        require(caller, LivePermissions.CONFIGURE, room);
        streams.revoke(room, site);
    }

    @Override
    public CaptionDesk captions(Caller caller, Ref room, String language) {
        require(caller, LivePermissions.CAPTION, room);
        return cues.desk(room, language);
    }

    @Override
    public CueList cues(Ref room, String language) {
        return cues.list(room, language);
    }

    @Override
    public CueView addCue(Caller caller, Ref room, CueDraft draft) {
        require(caller, LivePermissions.CAPTION, room);
        return cues.add(caller, room, draft);
    }

    @Override
    public CueView changeCue(Caller caller, Ref room, String id, CueDraft draft) {
        require(caller, LivePermissions.CAPTION, room);
        return cues.change(room, id, draft);
    }

    @Override
    public void deleteCue(Caller caller, Ref room, String id) {
        require(caller, LivePermissions.CAPTION, room);
        cues.delete(room, id);
    }

    @Override
    public int replaceCues(Caller caller, Ref room, String language, byte[] file) {
        require(caller, LivePermissions.CAPTION, room);
        return cues.replace(room, language, file);
    }

    @Override
    public String cueFile(Ref room, String language) {
        return cues.file(room, language);
    }

    @Override
    public ChapterLine addChapter(Caller caller, Ref room, ChapterDraft draft) {
        require(caller, LivePermissions.CAPTION, room);
        return cues.addChapter(room, draft);
    }

    @Override
    public ChapterLine changeChapter(Caller caller, Ref room, String id, ChapterDraft draft) {
        require(caller, LivePermissions.CAPTION, room);
        return cues.changeChapter(room, id, draft);
    }

    @Override
    public void deleteChapter(Caller caller, Ref room, String id) {
        require(caller, LivePermissions.CAPTION, room);
        cues.deleteChapter(room, id);
    }

    @Override
    public SaidHits search(Ref room, String words) {
        return said.search(room, words);
    }
}
