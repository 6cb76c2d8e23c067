package org.pavilion.server.http.page;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.api.Text;
import org.pavilion.server.http.HttpParts;
import org.pavilion.server.http.PageTools;
import org.pavilion.server.plugin.HouseSettings;
import org.pavilion.server.plugin.PluginHost;
import org.pavilion.server.plugin.PluginSettings;
import org.pavilion.server.plugin.SettingsSchema.Field;

/** Settings as forms, drawn from what the house and each plugin's manifest declare. */
final class SettingsPage {
    static final Permission NEEDS = new Permission("plugin:configure");

    private static final String PATH = "/organiser/settings";
    private static final Text HOUSE = new Text("本站", "This house");

    private final PluginHost plugins;
    private final HouseSettings house;
    private final SettingsHistory history;
    private final PageTools tools;

    SettingsPage(HttpParts parts, PageTools tools) {
        this.plugins = parts.plugins();
        this.house = parts.house();
        this.history =
                new SettingsHistory(parts.upkeep().audit(), parts.identity().accounts(), parts.json());
        this.tools = tools;
    }

    /**
     * What a form sends.
     *
     * @param reset the field that goes back to its default; the others stay as they are
     */
    record Sent(Map<String, String> values, Optional<String> reset, long version) {}

    Response show(Request request) {
        return page(request, 200, "", Typed.NOTHING);
    }

    List<Route> forms() {
        return List.of(Route.post(PATH + "/{id}")
                .needs(NEEDS)
                .takes(Sent.class)
                .answers(303, Void.class)
                .handle(this::store));
    }

    private Response store(Request request) {
        var id = request.path("id");
        var sent = request.body(Sent.class);
        var known = settings(id);
        try {
            var reset = sent.reset().orElse("");
            var values = reset.isEmpty() ? new LinkedHashMap<String, Object>() : new LinkedHashMap<>(known.values());
            if (reset.isEmpty()) {
                known.fields()
                        .forEach(field -> value(field, sent.values()).ifPresent(v -> values.put(field.name(), v)));
            } else {
                values.remove(reset);
            }
            if (id.equals(HouseSettings.ID)) {
                house.configure(values, sent.version());
            } else {
                plugins.configure(id, values, sent.version());
            }
            return Response.redirect(URI.create(
                    Desk.localised(request, Address.of(PATH).with("done", id).toString() + "#" + id)));
        } catch (Problem refused) {
            return page(request, refused.status(), id, Typed.of(sent.values()).refused(refused));
        }
    }

    /** As the schema's type; what is no number stays text, so that it is refused at its field. */
    private static Optional<Object> value(Field field, Map<String, String> sent) {
        var text = sent.get(field.name());
        return switch (field.type()) {
            case "boolean" -> Optional.of(text != null);
            case "integer" ->
                Optional.ofNullable(text)
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .map(each -> each.matches("-?\\d{1,18}") ? (Object) Long.valueOf(each) : each);
            default -> Optional.ofNullable(text).map(Object.class::cast);
        };
    }

    private PluginSettings settings(String id) {
        return id.equals(HouseSettings.ID) ? house.settings() : plugins.settings(id);
    }

    private SettingsSheet.Owner owner(String id, Text name) {
        var settings = settings(id);
        return new SettingsSheet.Owner(id, name, settings, settings.fields().isEmpty() ? Map.of() : history.of(id));
    }

    private Response page(Request request, int status, String refused, Typed typed) {
        var plugged = plugins.states().stream().map(state -> owner(state.id(), state.name()));
        var owners = Stream.concat(Stream.of(owner(HouseSettings.ID, HOUSE)), plugged)
                .filter(owner -> !owner.settings().fields().isEmpty())
                .toList();
        var done = request.query("done")
                .flatMap(id ->
                        owners.stream().filter(each -> each.id().equals(id)).findFirst())
                .map(owner -> new Desk.Notice("settings.done", owner.name().in(request.language())));
        return new Response.Page(
                status, tools.render(request, "settings", new SettingsSheet(owners, refused, typed, done)));
    }
}
