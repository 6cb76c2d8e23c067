package org.pavilion.server.http.page;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.server.http.PageTools;
import org.pavilion.server.plugin.PluginHost;
import org.pavilion.server.plugin.SettingsSchema.Field;

/** Settings as forms, drawn from what each plugin's manifest declares. */
final class SettingsPage {
    static final Permission NEEDS = new Permission("plugin:configure");

    private static final String PATH = "/organiser/settings";

    private final PluginHost plugins;
    private final PageTools tools;

    SettingsPage(PluginHost plugins, PageTools tools) {
        this.plugins = plugins;
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
        var known = plugins.settings(id);
        try {
            var reset = sent.reset().orElse("");
            var values = reset.isEmpty() ? new LinkedHashMap<String, Object>() : new LinkedHashMap<>(known.values());
            if (reset.isEmpty()) {
                known.fields()
                        .forEach(field -> value(field, sent.values()).ifPresent(v -> values.put(field.name(), v)));
            } else {
                values.remove(reset);
            }
            plugins.configure(id, values, sent.version());
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

    private Response page(Request request, int status, String refused, Typed typed) {
        var owners = plugins.states().stream()
                .map(state -> new SettingsSheet.Owner(state.id(), state.name(), plugins.settings(state.id())))
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
