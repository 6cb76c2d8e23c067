package org.pavilion.server.brand;

import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Which stored files are images of the brand: only these are served to everybody, and old ones stay. */
final class Images {
    private Images() {}

    static void remember(Handle handle, Logo logo) {
        var images = Stream.concat(Stream.of(logo.header(), logo.icon()), logo.mail().stream());
        for (var image : images.toList()) {
            handle.execute(
                    "insert into brand_image(sha256, size, type, width, height) values (?, ?, ?, ?, ?) on conflict (sha256) do nothing",
                    image.sha256(),
                    image.size(),
                    image.type(),
                    image.width(),
                    image.height());
        }
    }

    static Optional<Logo.Image> find(Handle handle, String sha256) {
        return handle.createQuery("select size, type, width, height from brand_image where sha256 = :sha256")
                .bind("sha256", sha256)
                .map((row, context) ->
                        new Logo.Image(sha256, row.getLong(1), row.getString(2), row.getInt(3), row.getInt(4)))
                .findOne();
    }
}
