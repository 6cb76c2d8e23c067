package org.pavilion.server.plugin;

/** The version of the house that plugins ask for in {@code requires.pavilion}; that of the POM. */
final class HostVersion {
    static final VersionNumber CURRENT = VersionNumber.of("0.1.0");

    private HostVersion() {}
}
