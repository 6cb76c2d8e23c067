package org.pavilion.server.plugin;

/** Where a plugin stands in its life. */
public enum Phase {
    ABSENT,
    INSTALLED,
    STARTING,
    RUNNING,
    DRAINING,
    STOPPED,
    FAILED,
    DEGRADED,
    INCOMPATIBLE
}
