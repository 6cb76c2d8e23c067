package org.pavilion.server.brand;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.BlobRef;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.JsonText;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;

/** The expo's profile: read by every page from memory, changed by its organiser. */
public final class Brand {
    private static final Ref EXPO = new Ref("expo", "expo");

    private final Storage storage;
    private final JsonText json;
    private volatile Profile profile;
    private volatile Setup setup;

    record ProfileChanged(Ref subject, long version, List<String> changed) implements DomainEvent {}

    record SetUp(Ref subject, List<String> done, boolean open) implements DomainEvent {}

    public Brand(Storage storage, DomainEvents events, JsonText json) {
        this.storage = storage;
        this.json = json;
        events.publishes("brand.profile-changed.v1", ProfileChanged.class).publishes("brand.set-up.v1", SetUp.class);
        profile = storage.read(handle -> handle.createQuery("select body from brand_profile where id = 'expo'")
                .mapTo(String.class)
                .findOne()
                .map(body -> json.read(body, Profile.class))
                .orElse(Profile.HOUSE));
        setup = storage.read(handle -> handle.createQuery("select body from brand_setup where id = 'expo'")
                .mapTo(String.class)
                .findOne()
                .map(body -> json.read(body, Setup.class))
                .orElse(Setup.FRESH));
    }

    public Profile profile() {
        return profile;
    }

    /**
     * Replaces the profile; {@code wish.version()} is the one it was made from, and any other is refused with
     * {@code profile.version-conflict} (409). Nothing happens when nothing differs.
     */
    public synchronized Profile change(Profile wish) {
        var before = profile;
        if (wish.version() != before.version()) {
            throw new org.pavilion.api.Problem(
                    "profile.version-conflict", 409, "Somebody else changed the profile meanwhile");
        }
        var checked = ProfileRules.check(wish);
        var changed = changed(before, checked);
        if (changed.isEmpty() && !before.unnamed()) {
            return before;
        }
        var after = ProfileRules.next(checked);
        storage.write((handle, journal) -> {
            handle.execute("""
                    insert into brand_profile(id, body, version, changed_at) values ('expo', ?, ?, ?)
                    on conflict (id) do update
                        set body = excluded.body, version = excluded.version, changed_at = excluded.changed_at
                    """, json.text(after), after.version(), journal.now().toEpochMilli());
            after.logo().ifPresent(logo -> Images.remember(handle, logo));
            return journal.append(new ProfileChanged(EXPO, after.version(), changed));
        });
        profile = after;
        return after;
    }

    /** How far the set-up of the expo has got. */
    public Setup setup() {
        return setup;
    }

    /** Keeps how far the set-up has got. */
    public void setup(Setup now) {
        storage.write((handle, journal) -> {
            handle.execute("""
                    insert into brand_setup(id, body, changed_at) values ('expo', ?, ?)
                    on conflict (id) do update set body = excluded.body, changed_at = excluded.changed_at
                    """, json.text(now), journal.now().toEpochMilli());
            return journal.append(new SetUp(EXPO, now.done().stream().sorted().toList(), now.open()));
        });
        setup = now;
    }

    /** Makes a logo of a PNG, JPEG or SVG file; anything else is refused with the reason. It is shown once the profile names it. */
    public Logo logo(InputStream file) {
        return new Logos(storage.blobs()).make(file);
    }

    /** An image that was a logo of this expo at some time. */
    public Optional<Stored> image(String sha256) {
        return storage.read(handle -> Images.find(handle, sha256))
                .flatMap(image -> storage.blobs()
                        .open(new BlobRef(image.sha256(), image.size()))
                        .map(bytes -> new Stored(image, bytes)));
    }

    /** An image with its bytes; the reader closes them. */
    public record Stored(Logo.Image image, InputStream bytes) {}

    private static List<String> changed(Profile before, Profile after) {
        var fields = new ArrayList<String>();
        note(fields, "name", before.name(), after.name());
        note(fields, "tagline", before.tagline(), after.tagline());
        note(fields, "language", before.language(), after.language());
        note(fields, "zone", before.zone(), after.zone());
        note(fields, "contact", before.contact(), after.contact());
        note(fields, "seed", before.seed(), after.seed());
        note(fields, "logo", before.logo(), after.logo());
        note(fields, "links", before.links(), after.links());
        return List.copyOf(fields);
    }

    private static void note(List<String> fields, String name, Object before, Object after) {
        if (!before.equals(after)) {
            fields.add(name);
        }
    }
}
