-- Who said the same a moment ago is asked for every message.
create index live_message_shape on live_message (room, shape, at);
