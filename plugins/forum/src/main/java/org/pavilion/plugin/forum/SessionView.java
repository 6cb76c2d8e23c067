package org.pavilion.plugin.forum;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pavilion.api.Claim;
import org.pavilion.api.Mark;
import org.pavilion.api.Room;
import org.pavilion.api.Sheet;
import org.pavilion.api.Text;

/**
 * The page of a session.
 *
 * @param agenda path of the day it belongs to in the programme
 * @param room its live room, if it has one
 * @param countdown how long until it starts, while it has not
 * @param blocks what happens within it: releases, signings, unveilings
 * @param channels the ways to be there that have a limit
 * @param people names of those who speak in single blocks
 * @param materials what was released, issued or signed there
 */
public record SessionView(
        SessionLine session,
        Text type,
        Text edition,
        String agenda,
        List<Mark> marks,
        List<Sheet.Fact> facts,
        List<SpeakerView> speakers,
        Optional<SessionLine.Phase> phase,
        Optional<Room> room,
        Optional<Text> countdown,
        List<AgendaView.Conflict> conflicts,
        List<Block> blocks,
        List<SeatChannel> channels,
        Map<String, Text> people,
        ZoneId zone,
        List<Material> materials,
        List<Claim> claims) {

    /** Relations the page shows in places of its own. */
    public String[] shown() {
        var own = blocks.stream().anyMatch(block -> !block.published().isEmpty())
                ? Stream.of("speaker", "unveiled-at")
                : Stream.of("speaker");
        return Stream.concat(own, Materials.relations().stream()).toArray(String[]::new);
    }
}
