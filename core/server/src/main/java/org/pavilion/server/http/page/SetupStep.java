package org.pavilion.server.http.page;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Text;
import org.pavilion.server.brand.Logo;
import org.pavilion.server.brand.Theme;

/**
 * One step of the set-up of a new expo.
 *
 * @param steps all of them in order
 * @param choices plugins to run; on their step only
 * @param may whether the caller may change what this step is about
 * @param summary what was said so far; on the last step only
 */
public record SetupStep(
        Step step,
        List<State> steps,
        Entered typed,
        Optional<Theme> theme,
        Optional<Logo> logo,
        Text name,
        List<String> zones,
        List<Choice> choices,
        boolean may,
        List<Invitation> invitations,
        Optional<Summary> summary,
        Optional<String> notice) {

    /** The steps in their order. */
    public enum Step {
        NAME,
        EDITION,
        LOOK,
        PLUGINS,
        EXHIBITORS,
        TEAM,
        REVIEW;

        /** From the first to the last. */
        public static final List<Step> ORDER = List.of(values());

        public String path() {
            return "/setup/" + name().toLowerCase(java.util.Locale.ROOT);
        }

        public Optional<Step> next() {
            return Optional.of(ORDER.indexOf(this) + 1)
                    .filter(next -> next < ORDER.size())
                    .map(ORDER::get);
        }

        public Optional<Step> before() {
            return Optional.of(ORDER.indexOf(this) - 1)
                    .filter(before -> before >= 0)
                    .map(ORDER::get);
        }
    }

    public record State(Step step, boolean done, boolean current) {}

    /**
     * A plugin that may run.
     *
     * @param brings names of what visitors get from it
     */
    public record Choice(String id, Text name, boolean on, List<Text> brings, List<String> requires) {}

    /**
     * Somebody who was invited while no mail goes out.
     *
     * @param path of the link to hand over; whoever opens it joins
     */
    public record Invitation(String to, String path) {}

    public record Summary(
            Text name,
            Optional<Text> edition,
            String dates,
            String zone,
            List<Text> plugins,
            int exhibitors,
            boolean ready) {}

    public int number() {
        return Step.ORDER.indexOf(step) + 1;
    }
}
