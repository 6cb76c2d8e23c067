package org.pavilion.server.realtime;

import org.pavilion.api.Permission;

/**
 * What a command needs.
 *
 * @param atObject at the object that its body names, not in the whole expo
 */
public record CommandRight(Permission needs, boolean atObject) {}
