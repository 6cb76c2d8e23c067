package org.pavilion.plugin.forum;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.pavilion.api.Language;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.api.Routes;

/** What the organiser's forms send; a program may send the same as JSON. */
final class DeskApi {
    private static final String ID = "session";

    private final PluginContext context;
    private final Agenda agenda;
    private final Sessions sessions;
    private final SessionDesk desk;
    private final Ceremonies ceremonies;
    private final DeskPages pages;

    DeskApi(
            PluginContext context,
            Agenda agenda,
            Sessions sessions,
            SessionDesk desk,
            Ceremonies ceremonies,
            DeskPages pages) {
        this.context = context;
        this.agenda = agenda;
        this.sessions = sessions;
        this.desk = desk;
        this.ceremonies = ceremonies;
        this.pages = pages;
    }

    /** So many minutes later, from an hour of a day on. */
    record Late(String edition, String day, String from, Optional<String> place, int minutes) {}

    /** A new block, at the end. */
    record NewBlock(
            String block,
            Optional<String> people,
            Optional<String> zh,
            Optional<String> en,
            Optional<Integer> minute,
            Optional<Integer> minutes) {}

    /** So many minutes later, from one block on. */
    record Shift(int minutes) {}

    /** Records for a block, one a line, as an import has them. */
    record NewRecords(String kind, String lines) {}

    /** A record that is taken off the ceremony. */
    record Dropped(String ref) {}

    /** The second yes before records become public. */
    record Sure(boolean sure) {}

    /** How many records a block holds now. */
    record Holding(String session, String block, int added) {}

    void addTo(Routes routes) {
        routes.add(Route.post("/sessions")
                        .needs(DeskPages.EDIT)
                        .takes(Edited.class)
                        .answers(200, SessionDesk.Act.class)
                        .summary("Adds a session, unless its speaker or place is taken at that time.")
                        .handle(this::create))
                .add(Route.post("/sessions/{session}/edit")
                        .needs(DeskPages.EDIT)
                        .at("session", ID)
                        .takes(Edited.class)
                        .answers(200, SessionDesk.Act.class)
                        .summary("Changes a session; the act can be taken back.")
                        .handle(this::edit))
                .add(Route.post("/sessions/{session}/cancel")
                        .needs(DeskPages.EDIT)
                        .at("session", ID)
                        .answers(200, SessionDesk.Act.class)
                        .summary("Cancels a session and tells those who starred it.")
                        .handle(request -> state(request, Optional.of(SessionLine.CANCELLED), "cancelled")))
                .add(Route.post("/sessions/{session}/restore")
                        .needs(DeskPages.EDIT)
                        .at("session", ID)
                        .answers(200, SessionDesk.Act.class)
                        .summary("Has a cancelled session take place after all.")
                        .handle(request -> state(request, Optional.empty(), "restored")))
                .add(Route.post("/late")
                        .needs(DeskPages.EDIT)
                        .takes(Late.class)
                        .answers(200, SessionDesk.Act.class)
                        .summary("Shifts the rest of a day, in one place or in all, and tells those who starred it.")
                        .handle(this::late))
                .add(Route.post("/acts/{act}/undo")
                        .needs(DeskPages.EDIT)
                        .answers(200, SessionDesk.Act.class)
                        .summary("Takes an act back, unless one of its sessions was changed since.")
                        .handle(this::undo));
        blocks(routes);
    }

    private void blocks(Routes routes) {
        routes.add(Route.post("/sessions/{session}/blocks")
                        .needs(DeskPages.EDIT)
                        .at("session", ID)
                        .takes(NewBlock.class)
                        .answers(200, SessionDesk.Act.class)
                        .summary("Adds a block to a session.")
                        .handle(this::addBlock))
                .add(Route.post("/sessions/{session}/blocks/{block}/remove")
                        .needs(DeskPages.EDIT)
                        .at("session", ID)
                        .answers(200, SessionDesk.Act.class)
                        .summary("Removes a block that holds nothing and was not run.")
                        .handle(request -> reorder(request, false)))
                .add(Route.post("/sessions/{session}/blocks/{block}/up")
                        .needs(DeskPages.EDIT)
                        .at("session", ID)
                        .answers(200, SessionDesk.Act.class)
                        .summary("Moves a block before the one it follows.")
                        .handle(request -> reorder(request, true)))
                .add(Route.post("/sessions/{session}/blocks/{block}/late")
                        .needs(DeskPages.EDIT)
                        .at("session", ID)
                        .takes(Shift.class)
                        .answers(200, SessionDesk.Act.class)
                        .summary("Shifts a block and all that follow it, and tells those who starred the session.")
                        .handle(this::shift))
                .add(Route.post("/sessions/{session}/blocks/{block}/held")
                        .needs(DeskPages.EDIT)
                        .at("session", ID)
                        .takes(NewRecords.class)
                        .answers(200, Holding.class)
                        .summary("Holds records for a block; nobody sees them before it is run.")
                        .handle(this::hold))
                .add(Route.post("/sessions/{session}/blocks/{block}/drop")
                        .needs(DeskPages.EDIT)
                        .at("session", ID)
                        .takes(Dropped.class)
                        .answers(200, Holding.class)
                        .summary("Takes a held record off the ceremony.")
                        .handle(this::drop))
                .add(Route.post("/sessions/{session}/blocks/{block}/run")
                        .needs(DeskPages.RUN)
                        .at("session", ID)
                        .takes(Sure.class)
                        .answers(200, BlockRun.class)
                        .summary("Runs a block: all its records become public at once, or none.")
                        .handle(this::run));
    }

    private Response create(Request request) {
        var form = request.body(Edited.class);
        var edition = agenda.edition(form.edition().orElse(request.edition().id()));
        var id = "ses-" + UUID.randomUUID().toString().substring(0, 13);
        var fresh = SessionDraft.fresh(id, edition.id());
        return kept(request, SessionDraft.fresh(DeskPages.NEW, edition.id()).line(), form, () -> {
            var line = form.into(fresh, Agenda.zone(edition), pages::person).line();
            return desk.change(request.caller().ref(), "created", List.of(line));
        });
    }

    private Response edit(Request request) {
        var form = request.body(Edited.class);
        var line = asked(request);
        ZoneId zone = Agenda.zone(agenda.edition(line.edition()));
        return kept(request, line, form, () -> {
            var after = form.into(new SessionDraft(line), zone, pages::person).line();
            boolean moves =
                    !after.startsAt().equals(line.startsAt()) || !after.spot().equals(line.spot());
            return desk.change(request.caller().ref(), moves ? "moved" : "edited", List.of(after));
        });
    }

    @FunctionalInterface
    private interface Acting {
        SessionDesk.Act act();
    }

    /** A form that is refused stands there again with what was typed and the reason beside its field. */
    private Response kept(Request request, SessionLine line, Edited form, Acting acting) {
        try {
            var act = acting.act();
            return done(request, "/organiser/agenda?edition=" + act.edition() + day(form), act);
        } catch (Problem refused) {
            if (!form(request) || (refused.status() != 409 && refused.status() != 422)) {
                throw refused;
            }
            var pointer = refused.pointer();
            var field = pointer == null ? "" : pointer.replaceFirst("^/", "").replaceFirst("/.*", "");
            var fault = new EditView.Fault(
                    switch (field) {
                        case "place" -> "placeZh";
                        case "name" -> "nameZh";
                        case "startsAt" -> "start";
                        case "endsAt" -> "end";
                        default -> field;
                    },
                    refused.code(),
                    refused.detail());
            return new Response.Page(refused.status(), pages.edit(request, line, form, Optional.of(fault)));
        }
    }

    private static String day(Edited form) {
        return form.day()
                .filter(day -> day.matches("[0-9-]{10}"))
                .map(day -> "&day=" + day)
                .orElse("");
    }

    private Response state(Request request, Optional<String> state, String kind) {
        var line = asked(request);
        if (line.state().equals(state)) {
            throw new Problem(
                    "session.state-conflict",
                    409,
                    "the session is " + line.state().orElse("planned") + " already");
        }
        var draft = new SessionDraft(line);
        draft.state = state;
        var act = desk.change(request.caller().ref(), kind, List.of(draft.line()));
        return done(request, "/organiser/agenda/" + line.id() + "?edition=" + act.edition(), act);
    }

    private Response late(Request request) {
        var late = request.body(Late.class);
        var zone = Agenda.zone(agenda.edition(late.edition()));
        if (late.minutes() == 0 || Math.abs(late.minutes()) > 600) {
            throw Problem.invalid("/minutes", "from -600 to 600 minutes, but not none");
        }
        Instant from;
        Instant until;
        try {
            var day = LocalDate.parse(late.day());
            from = day.atTime(LocalTime.parse(late.from())).atZone(zone).toInstant();
            until = day.plusDays(1).atStartOfDay(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw Problem.invalid("/from", "a day and an hour, such as 14:30").causedBy(e);
        }
        var act = desk.late(
                request.caller().ref(),
                agenda.all(late.edition()),
                from,
                until,
                late.place().filter(place -> !place.isBlank()),
                late.minutes());
        return done(request, "/organiser/agenda?edition=" + late.edition() + "&day=" + late.day(), act);
    }

    private Response undo(Request request) {
        var act = desk.undo(request.caller().ref(), request.path("act"));
        return done(request, "/organiser/agenda?edition=" + act.edition(), act);
    }

    private Response addBlock(Request request) {
        var wanted = request.body(NewBlock.class);
        var line = asked(request);
        var draft = new SessionDraft(line);
        var blocks = new ArrayList<>(draft.blocks());
        blocks.add(new SessionLine.AgendaBlock(
                wanted.block(),
                Optional.empty(),
                Optional.of("b-" + UUID.randomUUID().toString().substring(0, 8)),
                Edited.text(wanted.zh(), wanted.en()),
                wanted.minute(),
                wanted.minutes(),
                people(wanted.people().orElse("")),
                List.of()));
        draft.agenda = List.copyOf(blocks);
        return blocked(request, draft);
    }

    private List<String> people(String words) {
        return Stream.of(words.split("[,，、]"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(each -> pages.person(each)
                        .orElseThrow(() -> Problem.invalid("/people", "the directory has nobody called " + each))
                        .id())
                .toList();
    }

    /** What follows a block that runs late begins later too, and who starred the session is told. */
    private Response shift(Request request) {
        int minutes = request.body(Shift.class).minutes();
        if (minutes == 0 || Math.abs(minutes) > 600) {
            throw Problem.invalid("/minutes", "from -600 to 600 minutes, but not none");
        }
        var draft = new SessionDraft(asked(request));
        var id = Optional.of(request.path("block"));
        var blocks = draft.blocks();
        int from = blocks.stream().map(SessionLine.AgendaBlock::id).toList().indexOf(id);
        if (from < 0) {
            throw Problem.notFound("block " + id.get());
        }
        draft.agenda = Stream.concat(
                        blocks.subList(0, from).stream(),
                        blocks.subList(from, blocks.size()).stream().map(block -> block.later(minutes)))
                .toList();
        var act = desk.change(request.caller().ref(), "slots", List.of(draft.line()));
        return form(request) ? ceremony(request) : Response.json(act);
    }

    private Response reorder(Request request, boolean up) {
        var line = asked(request);
        var id = request.path("block");
        var state = ceremonies.of(line, request.caller()).stream()
                .filter(block -> block.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("block " + id));
        var draft = new SessionDraft(line);
        var blocks = new ArrayList<>(draft.blocks());
        int at = blocks.indexOf(blocks.stream()
                .filter(block -> block.id().equals(Optional.of(id)))
                .findFirst()
                .orElseThrow());
        if (up) {
            blocks.add(Math.max(0, at - 1), blocks.remove(at));
        } else if (state.done() || state.held() > 0) {
            throw new Problem("block.state-conflict", 409, "the block was run, or records wait for it");
        } else {
            blocks.remove(at);
        }
        draft.agenda = List.copyOf(blocks);
        return blocked(request, draft);
    }

    private Response blocked(Request request, SessionDraft draft) {
        var act = desk.change(request.caller().ref(), "edited", List.of(draft.line()));
        return form(request) ? ceremony(request) : Response.json(act);
    }

    private Response hold(Request request) {
        var records = request.body(NewRecords.class);
        int added = ceremonies.hold(request.path(ID), request.path("block"), records.kind(), records.lines());
        return form(request)
                ? ceremony(request)
                : Response.json(new Holding(request.path(ID), request.path("block"), added));
    }

    private Response drop(Request request) {
        ceremonies.drop(request.path(ID), Ref.of(request.body(Dropped.class).ref()));
        return form(request)
                ? ceremony(request)
                : Response.json(new Holding(request.path(ID), request.path("block"), 0));
    }

    /** The first press asks, the second publishes: what is public cannot be taken back. */
    private Response run(Request request) {
        var block = request.path("block");
        if (!request.body(Sure.class).sure()) {
            return form(request)
                    ? redirect(
                            request,
                            "/organiser/agenda/" + request.path(ID) + "/ceremony?run="
                                    + URLEncoder.encode(block, StandardCharsets.UTF_8) + "#ask")
                    : unsure(block);
        }
        var ran = ceremonies.run(request.caller(), request.path(ID), block);
        return form(request) ? ceremony(request) : Response.json(ran);
    }

    private static Response unsure(String block) {
        throw new Problem("block.unsure", 409, "running " + block + " cannot be taken back: send sure").at("/sure");
    }

    private SessionLine asked(Request request) {
        return context.storage().read(h -> sessions.asked(h, request.path(ID)));
    }

    private static Response ceremony(Request request) {
        return redirect(request, "/organiser/agenda/" + request.path(ID) + "/ceremony");
    }

    private static Response done(Request request, String page, SessionDesk.Act act) {
        return form(request) ? redirect(request, page + "&act=" + act.id()) : Response.json(act);
    }

    private static Response redirect(Request request, String page) {
        return Response.redirect(URI.create((request.language() == Language.EN ? "/en" : "") + page));
    }

    private static boolean form(Request request) {
        return request.header("Content-Type")
                .filter(type -> !type.startsWith("application/json"))
                .isPresent();
    }
}
