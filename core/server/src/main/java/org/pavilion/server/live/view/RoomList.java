package org.pavilion.server.live.view;

import java.util.List;

/** Rooms in the order in which a visitor wants them. */
public record RoomList(List<RoomCard> rooms) {
    public RoomList {
        rooms = List.copyOf(rooms);
    }
}
