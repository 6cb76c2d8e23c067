package org.pavilion.api;

import java.io.OutputStream;
import java.net.URI;
import java.util.OptionalLong;

/** What a handler answers. Set by factory, rendered by the host. */
@Stable
public sealed interface Response {

    record Json(int status, Object value, OptionalLong version) implements Response {}

    record Page(int status, Html html) implements Response {}

    record Created(URI at, Object value) implements Response {}

    record Redirect(URI to) implements Response {}

    record NoContent() implements Response {}

    record Stream(String type, String fileName, Body body) implements Response {}

    record Blob(BlobRef ref, String type) implements Response {}

    /** Writes a body of unknown length; must not run inside {@link Storage#read}. */
    @FunctionalInterface
    interface Body {
        void write(OutputStream out) throws Exception;
    }

    static Response json(Object value) {
        return new Json(200, value, OptionalLong.empty());
    }

    static Response json(int status, Object value) {
        return new Json(status, value, OptionalLong.empty());
    }

    /** With {@code ETag: "<version>"}, for guarded updates. */
    static Response json(Object value, long version) {
        return new Json(200, value, OptionalLong.of(version));
    }

    static Response page(Html html) {
        return new Page(200, html);
    }

    static Response created(URI at, Object value) {
        return new Created(at, value);
    }

    /** 303 to a path of this site; the visitor's language is kept by the caller's {@code url}. */
    static Response redirect(URI to) {
        return new Redirect(to);
    }

    static Response noContent() {
        return new NoContent();
    }

    /** A body of media type {@code type}; a non-empty {@code fileName} makes it a download. */
    static Response stream(String type, String fileName, Body body) {
        return new Stream(type, fileName, body);
    }

    static Response blob(BlobRef ref, String type) {
        return new Blob(ref, type);
    }
}
