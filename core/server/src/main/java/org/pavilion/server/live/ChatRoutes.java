package org.pavilion.server.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Limits;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.identity.Sanction;
import org.pavilion.server.identity.Sanctions;
import org.pavilion.server.live.chat.ChatModule;
import org.pavilion.server.live.room.LivePermissions;
import org.pavilion.server.live.view.ChatDesk;
import org.pavilion.server.live.view.NoticeView;
import org.pavilion.server.live.view.OwnMessages;
import org.pavilion.server.live.view.PersonCard;
import org.pavilion.server.live.view.RoomView;
import org.pavilion.server.settings.Limit;

/** Moderation of chat over HTTP, below {@code /api/live/rooms/{room}}, and what people do with messages of others. */
final class ChatRoutes {
    private static final String ROOM = "/live/rooms/{room}";
    private static final String MESSAGE = ROOM + "/messages/{id}";
    private static final String PERSON = ROOM + "/desk/people/{person}";
    private static final Limits SMALL = Limits.DEFAULT.body(8_192).perMinute(LiveRoutes.A_MINUTE);

    private final ChatModule chat;
    private final Identity identity;

    ChatRoutes(ChatModule chat, Identity identity) {
        this.chat = chat;
        this.identity = identity;
    }

    /** @param place where among the pinned ones, 0 for the first; the last when absent */
    record PinDraft(Optional<Integer> place) {}

    /** @param reason spam, abuse, private or other */
    record ReportDraft(String reason) {}

    /** @param kind one of the room's emoji */
    record MarkDraft(String kind, boolean on) {}

    /** How many people put which emoji on a message. */
    record MarkCounts(Map<String, Integer> marks) {}

    record LockdownDraft(boolean on) {}

    record NoteDraft(String text) {}

    /** @param minutes how long it is shown, 1 to 240 */
    record NoticeDraft(String text, int minutes) {}

    /**
     * A sanction on a person.
     *
     * @param kind warning, timeout, silence or ban
     * @param scope room, or edition for everything the room belongs to
     */
    record MeasureDraft(String kind, String reason, int minutes, Optional<String> scope) {}

    List<Route> all() {
        return List.of(
                Route.get(ROOM + "/desk/chat")
                        .needs(LivePermissions.MODERATE)
                        .at("room", "room")
                        .summary(
                                "The chat as its moderators see it: what waits, what was reported, what was said, who talks.")
                        .answers(200, ChatDesk.class)
                        .handle(request ->
                                Response.json(chat.desk(request.caller(), room(request), request.language()))),
                act("/approve", "Shows a message that waits or was rejected; settles the reports of one that is shown.")
                        .answers(200, ChatDesk.Decided.class)
                        .handle(request ->
                                Response.json(chat.approve(request.caller(), room(request), request.path("id")))),
                act("/reject", "Refuses a message that waits.")
                        .answers(200, ChatDesk.Decided.class)
                        .handle(request ->
                                Response.json(chat.reject(request.caller(), room(request), request.path("id")))),
                act("/claim", "Takes a message that waits for a minute, so that nobody else judges it.")
                        .answers(200, ChatDesk.Claim.class)
                        .handle(request -> Response.json(
                                chat.claim(request.caller(), room(request), request.path("id"), request.language()))),
                act("/pin", "Pins a message, or moves it among the pinned ones.")
                        .takes(PinDraft.class)
                        .answers(200, ChatDesk.Pins.class)
                        .handle(request -> Response.json(chat.pin(
                                room(request),
                                request.path("id"),
                                request.body(PinDraft.class).place().orElse(Integer.MAX_VALUE)))),
                act("/unpin", "Takes a pinned message down.")
                        .answers(200, ChatDesk.Pins.class)
                        .handle(request -> Response.json(chat.unpin(room(request), request.path("id")))),
                Route.post(MESSAGE + "/report")
                        .needs(LivePermissions.SEND)
                        .at("room", "room")
                        .takes(ReportDraft.class)
                        .limits(SMALL)
                        .summary("Reports a message to the host's team; once for each person.")
                        .answers(204, Void.class)
                        .handle(this::report),
                Route.put(MESSAGE + "/marks")
                        .needs(LivePermissions.REACT)
                        .at("room", "room")
                        .takes(MarkDraft.class)
                        .limits(SMALL)
                        .summary("Puts an emoji on a message or takes it back.")
                        .answers(200, MarkCounts.class)
                        .handle(this::mark),
                Route.get(ROOM + "/mine")
                        .needs(LivePermissions.SEND)
                        .at("room", "room")
                        .summary("What the caller said that waits or was refused, and the caller's emoji.")
                        .answers(200, OwnMessages.class)
                        .handle(request -> Response.json(chat.own(request.caller(), room(request)))),
                Route.post(ROOM + "/lockdown")
                        .needs(LivePermissions.MODERATE)
                        .at("room", "room")
                        .takes(LockdownDraft.class)
                        .limits(SMALL)
                        .summary("Locks the room down for fifteen minutes, or for as long again; or lets it go.")
                        .answers(200, RoomView.Modes.class)
                        .handle(request -> Response.json(chat.modes()
                                .lockdown(
                                        room(request),
                                        request.body(LockdownDraft.class).on()))),
                Route.get(PERSON)
                        .needs(LivePermissions.MODERATE)
                        .at("room", "room")
                        .summary("What the moderators of a room know of somebody who talked there.")
                        .answers(200, PersonCard.class)
                        .handle(request -> Response.json(chat.person(
                                request.caller(), room(request), request.path("person"), request.language()))),
                Route.post(PERSON + "/notes")
                        .needs(LivePermissions.MODERATE)
                        .at("room", "room")
                        .takes(NoteDraft.class)
                        .limits(SMALL)
                        .summary(
                                "Notes something about somebody for the moderators of the room; it goes with the edition.")
                        .answers(200, PersonCard.class)
                        .handle(request -> Response.json(chat.note(
                                request.caller(),
                                room(request),
                                request.path("person"),
                                request.body(NoteDraft.class).text(),
                                request.language()))),
                Route.delete(PERSON + "/notes/{note}")
                        .needs(LivePermissions.MODERATE)
                        .at("room", "room")
                        .limits(SMALL)
                        .summary("Forgets a note.")
                        .answers(204, Void.class)
                        .handle(request -> {
                            chat.forget(room(request), request.path("person"), request.path("note"));
                            return Response.noContent();
                        }),
                Route.post(PERSON + "/sanction")
                        .needs(Sanctions.APPLY)
                        .at("room", "room")
                        .takes(MeasureDraft.class)
                        .limits(SMALL)
                        .summary("Warns, times out, silences or bans somebody in this room or in all it belongs to.")
                        .answers(200, LiveRoutes.Imposed.class)
                        .handle(this::sanction),
                Route.post(ROOM + "/notices")
                        .needs(LivePermissions.MODERATE)
                        .at("room", "room")
                        .takes(NoticeDraft.class)
                        .limits(SMALL)
                        .summary("Tells everybody in the room something, highlighted for a while.")
                        .answers(200, NoticeView.class)
                        .handle(request -> {
                            var draft = request.body(NoticeDraft.class);
                            return Response.json(chat.notice(room(request), draft.text(), draft.minutes()));
                        }),
                Route.delete(ROOM + "/notices/{notice}")
                        .needs(LivePermissions.MODERATE)
                        .at("room", "room")
                        .limits(SMALL)
                        .summary("Takes a notice away before its time.")
                        .answers(204, Void.class)
                        .handle(request -> {
                            chat.withdraw(room(request), request.path("notice"));
                            return Response.noContent();
                        }));
    }

    private static Route.Draft act(String what, String summary) {
        return Route.post(MESSAGE + what)
                .needs(LivePermissions.MODERATE)
                .at("room", "room")
                .limits(SMALL)
                .summary(summary);
    }

    private Response report(Request request) {
        var room = room(request);
        identity.rates().own(Limit.CHAT, request.caller(), room);
        chat.report(
                request.caller(),
                room,
                request.path("id"),
                request.body(ReportDraft.class).reason());
        return Response.noContent();
    }

    private Response mark(Request request) {
        var room = room(request);
        identity.rates().own(Limit.REACTION, request.caller(), room);
        var draft = request.body(MarkDraft.class);
        return Response.json(
                new MarkCounts(chat.mark(request.caller(), room, request.path("id"), draft.kind(), draft.on())));
    }

    private Response sanction(Request request) {
        var room = room(request);
        var draft = request.body(MeasureDraft.class);
        var imposed = chat.sanction(
                request.caller(),
                room,
                chat.author(room, request.path("person")),
                Sanction.Kind.of(draft.kind()),
                draft.scope().filter("edition"::equals).isPresent(),
                draft.reason(),
                draft.minutes());
        return Response.json(new LiveRoutes.Imposed(imposed.id(), draft.kind(), imposed.until()));
    }

    private static Ref room(Request request) {
        return RoomTopics.roomId(request.path("room"));
    }
}
