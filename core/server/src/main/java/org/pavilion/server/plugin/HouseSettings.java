package org.pavilion.server.plugin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Problem;
import org.pavilion.api.Storage;
import org.pavilion.api.Text;
import org.pavilion.server.json.Json;
import org.pavilion.server.plugin.SettingsSchema.Field;

/**
 * What an organiser may set for the house itself while it runs: declared, stored, checked and noted like
 * the settings of a plugin. Who needs a value asks for it at each use, so that a change holds at once.
 */
public final class HouseSettings {
    /** Whose settings these are, among those of plugins. */
    public static final String ID = "core";

    private static final int LONGEST_PAUSE = 3_600;
    private static final int LAST_HOUR = 23;
    private static final int LONGEST_KEPT = 3_650;
    private static final int MOST_KEPT = 1_000_000;
    private static final SettingsSchema SCHEMA = new SettingsSchema(List.of(
            new Field(
                    "signUp",
                    "boolean",
                    Optional.of(new Text("访客可以自行注册账号", "Visitors may sign up for an account")),
                    Optional.of(true),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    false),
            number(
                    "slowSeconds",
                    new Text("新直播间里两次发言的间隔（秒）", "Seconds between two messages in a new room"),
                    0,
                    LONGEST_PAUSE),
            number(
                    "digestHour",
                    new Text("每日摘要从几点起寄出（收件人的时间）", "Hour of the reader's day from which digests go out"),
                    17,
                    LAST_HOUR),
            number(
                    "recordingDays",
                    new Text("直播录像保留几天（0 为不限）", "Days that recordings of rooms are kept (0 for ever)"),
                    0,
                    LONGEST_KEPT),
            number(
                    "recordingGigabytes",
                    new Text("直播录像最多占用多少 GB（0 为不限）", "Gigabytes that recordings may take (0 for no limit)"),
                    0,
                    MOST_KEPT)));

    private final PluginStore store;
    private volatile Values values;

    /** The values, typed. */
    private record Values(boolean signUp, int slowSeconds, int digestHour, int recordingDays, int recordingGigabytes) {}

    public HouseSettings(Storage core, DomainEvents events) {
        store = new PluginStore(core, events);
        values = read();
    }

    private static Field number(String name, Text title, long standard, long most) {
        return new Field(
                name,
                "integer",
                Optional.of(title),
                Optional.of(standard),
                Optional.of(0L),
                Optional.of(most),
                List.of(),
                false);
    }

    /** Whether visitors get an account by themselves; invited people always do. */
    public boolean signUp() {
        return values.signUp();
    }

    /** The pause between two messages of one person with which a room begins. */
    public int slowSeconds() {
        return values.slowSeconds();
    }

    /** From which hour of a reader's day their digest goes out. */
    public int digestHour() {
        return values.digestHour();
    }

    /** How many days the recordings of rooms are kept; 0 for ever. */
    public int recordingDays() {
        return values.recordingDays();
    }

    /** How many gigabytes they may take; 0 for no limit. */
    public int recordingGigabytes() {
        return values.recordingGigabytes();
    }

    /** What can be set, with the values of now. */
    public PluginSettings settings() {
        var stored = store.settings(ID);
        return new PluginSettings(SCHEMA.fields(), SCHEMA.complete(stored.values()), stored.version());
    }

    /** Replaces the values; {@code version.conflict} (412) when somebody was faster, and a pointer to what is unfit. */
    public PluginSettings configure(Map<String, Object> wanted, long expected) {
        var next = new LinkedHashMap<>(wanted);
        store.settings(ID, next, expected, SCHEMA.changed(store.settings(ID).values(), next));
        values = read();
        return settings();
    }

    private Values read() {
        try {
            return new Json().convert(SCHEMA.complete(store.settings(ID).values()), Values.class);
        } catch (Problem older) {
            // A value that a later release no longer allows must not keep the house from opening.
            return new Json().convert(SCHEMA.complete(Map.of()), Values.class);
        }
    }
}
