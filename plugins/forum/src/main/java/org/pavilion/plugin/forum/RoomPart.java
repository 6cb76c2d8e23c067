package org.pavilion.plugin.forum;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.pavilion.api.Sheet;
import org.pavilion.api.Text;

/** What a live room says of the session it belongs to. */
public record RoomPart(
        SessionLine session,
        List<Sheet.Fact> facts,
        List<SpeakerView> speakers,
        List<Material> materials,
        List<Block> blocks,
        ZoneId zone,
        Map<String, Text> people) {}
