package org.pavilion.server.http.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Text;
import org.pavilion.server.plugin.PluginSettings;
import org.pavilion.server.plugin.SettingsSchema.Field;

/**
 * The settings of everybody who has some.
 *
 * @param refused whose form was refused; empty when none was
 */
public record SettingsSheet(List<Owner> owners, String refused, Typed typed, Optional<Desk.Notice> notice) {

    /**
     * Somebody with settings.
     *
     * @param changes the last change of each setting that was changed, by its name
     */
    public record Owner(String id, Text name, PluginSettings settings, Map<String, Change> changes) {
        public Optional<Change> change(Field field) {
            return Optional.ofNullable(changes.get(field.name()));
        }
    }

    /** Who changed a setting last and when; {@code by} is empty for the operator. */
    public record Change(String by, Instant at) {}

    /** What stands in the field: as it was typed when the form was refused, else as it is stored. */
    public String value(Owner owner, Field field) {
        if (owner.id().equals(refused)) {
            return typed.value(field.name());
        }
        var value = owner.settings().values().get(field.name());
        return value == null ? "" : String.valueOf(value);
    }

    public boolean checked(Owner owner, Field field) {
        return owner.id().equals(refused)
                ? typed.values().containsKey(field.name())
                : Boolean.TRUE.equals(owner.settings().values().get(field.name()));
    }

    public String error(Owner owner, Field field) {
        return owner.id().equals(refused) ? typed.error(field.name()) : "";
    }

    /** Whether the stored value is the one of the manifest. */
    public boolean standard(Owner owner, Field field) {
        var value = owner.settings().values().get(field.name());
        return field.standard()
                .filter(standard -> !String.valueOf(standard).equals(String.valueOf(value)))
                .isEmpty();
    }
}
