package org.pavilion.server.live.room;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.RoomSpec;
import org.pavilion.api.StreamSpec;
import org.pavilion.api.Text;
import org.pavilion.server.live.view.StreamView;

/** A room's spec as it is stored, without its schedule, which has columns of its own. */
public record KeptSpec(
        Text title,
        List<String> modules,
        boolean testCard,
        Optional<String> hls,
        List<StreamView.ChapterView> chapters,
        Optional<String> edition) {

    public static KeptSpec of(RoomSpec spec) {
        return new KeptSpec(
                spec.title(),
                spec.modules().stream().map(Enum::name).sorted().toList(),
                spec.stream().filter(StreamSpec.TestCard.class::isInstance).isPresent(),
                spec.stream()
                        .filter(StreamSpec.External.class::isInstance)
                        .map(StreamSpec.External.class::cast)
                        .map(external -> external.hls().toString()),
                spec.chapters().stream()
                        .map(each -> new StreamView.ChapterView(each.at().toMillis(), each.title()))
                        .toList(),
                spec.edition());
    }

    public EnumSet<RoomSpec.Module> parts() {
        var all = EnumSet.noneOf(RoomSpec.Module.class);
        modules.forEach(name -> all.add(RoomSpec.Module.valueOf(name)));
        return all;
    }

    public boolean has(RoomSpec.Module module) {
        return modules.contains(module.name());
    }

    public boolean streams() {
        return testCard || hls.isPresent();
    }

    /** Scheme, host and port of a stream that comes from elsewhere. */
    public Optional<String> origin() {
        return hls.map(Sites::origin);
    }
}
