package org.pavilion.server.plugin;

import org.pavilion.api.Importer;
import org.pavilion.api.Imports;

/** Imports as one plugin sees them: only the kinds its manifest declares. */
record HostedImports(Imports imports, Manifest manifest, Doorway doorway) implements Imports {
    @Override
    public <T extends Record> Imports accept(String kind, Class<T> line, Importer<T> importer) {
        doorway.registering();
        doorway.declared(manifest.imports().contains(kind), "import kind", kind);
        imports.accept(
                kind, line, (handle, journal, each) -> doorway.within(() -> importer.put(handle, journal, each)));
        return this;
    }
}
