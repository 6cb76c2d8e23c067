package org.pavilion.server.live.stream;

import org.pavilion.api.Ref;

/** Which rendition of which site of which room. */
record Track(Ref room, String site, String name) {}
