package org.pavilion.api;

/** The plugin's settings as declared by the manifest's schema, edited by the organiser. */
@Stable
public interface Settings {
    <T extends Record> T read(Class<T> type);

    void onChange(Runnable listener);
}
