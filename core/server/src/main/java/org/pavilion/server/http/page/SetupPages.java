package org.pavilion.server.http.page;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Edition;
import org.pavilion.api.Limits;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.api.Scope;
import org.pavilion.api.Text;
import org.pavilion.server.brand.Setup;
import org.pavilion.server.directory.OrganisationQuery;
import org.pavilion.server.http.CorePage;
import org.pavilion.server.http.HttpParts;
import org.pavilion.server.http.PageTools;
import org.pavilion.server.http.page.SetupStep.Step;
import org.pavilion.server.identity.KeptLetter;
import org.pavilion.server.identity.Letter;
import org.pavilion.server.plugin.Mount;
import org.pavilion.server.plugin.Phase;

/** The set-up of a new expo, step by step: each saves what it says, any can be skipped and come back to. */
final class SetupPages {
    private static final Permission INSTALL = new Permission("plugin:install");
    private static final Permission ACCOUNTS = new Permission("account:manage");
    private static final Permission GRANT = new Permission("role:grant");
    private static final List<String> TEAM_ROLES = List.of("organiser", "moderator", "speaker");
    private static final String FAULT = "profile.fault.";

    private final HttpParts house;
    private final PageTools tools;
    private final ProfileForms profile;
    private final SetupEdition edition;

    SetupPages(HttpParts house, PageTools tools) {
        this.house = house;
        this.tools = tools;
        this.profile = new ProfileForms(house.brand());
        this.edition =
                new SetupEdition(house.brand(), house.directory(), house.imports(), house.plugins(), house.json());
    }

    record Plugins(List<String> run) {}

    record Team(Optional<String> email, Optional<String> person, Optional<String> role, Optional<String> invite) {}

    List<CorePage> pages() {
        return Step.ORDER.stream()
                .map(step -> new CorePage(step.path(), ProfilePages.MANAGE, request -> show(request, step)))
                .toList();
    }

    private Response show(Request request, Step step) {
        var values = new HashMap<>(profile.values());
        values.putAll(edition.values());
        request.query("seed").ifPresent(seed -> values.put("seed", seed));
        return page(request, step, Entered.of(values));
    }

    private Response page(Request request, Step step, Entered typed) {
        var brand = house.brand();
        var done = brand.setup().done();
        var model = new SetupStep(
                step,
                Step.ORDER.stream()
                        .map(each -> new SetupStep.State(each, done.contains(each.name()), each == step))
                        .toList(),
                typed,
                ProfilePages.preview(request, brand),
                brand.profile().logo(),
                brand.profile().name(),
                step == Step.EDITION ? ProfilePages.zones() : List.of(),
                step == Step.PLUGINS ? choices() : List.of(),
                step != Step.PLUGINS || house.identity().can(request.caller(), INSTALL, Scope.EXPO),
                step == Step.TEAM ? invitations(request) : List.of(),
                step == Step.REVIEW ? Optional.of(summary()) : Optional.empty(),
                request.query("done"));
        return Response.page(tools.render(request, "setup-step", model));
    }

    List<Route> forms() {
        return List.of(
                form(Step.NAME).takes(ProfileForms.Name.class).handle(request -> {
                    var name = request.body(ProfileForms.Name.class);
                    return saved(request, Step.NAME, ProfileForms.typed(name), () -> profile.name(name));
                }),
                form(Step.EDITION).takes(SetupEdition.Form.class).handle(request -> {
                    var form = request.body(SetupEdition.Form.class);
                    var values = SetupEdition.typed(form);
                    var typed = new HashMap<>(values);
                    typed.put("zone", form.zone().orElse(""));
                    typed.put("language", form.language().orElse("zh"));
                    return saved(request, Step.EDITION, typed, () -> {
                        profile.place(new ProfileForms.Place(form.language(), form.zone()));
                        edition.save(values);
                    });
                }),
                form(Step.LOOK)
                        .limits(Limits.DEFAULT.body(ProfilePages.LOGO_BYTES))
                        .handle(this::look),
                form(Step.PLUGINS)
                        .takes(Plugins.class)
                        .handle(request -> saved(request, Step.PLUGINS, Map.of(), () -> choose(request))),
                form(Step.EXHIBITORS).handle(request -> next(request, Step.EXHIBITORS)),
                form(Step.TEAM).takes(Team.class).handle(this::team),
                form(Step.REVIEW).handle(this::open));
    }

    private static Route.Draft form(Step step) {
        return Route.post(step.path()).needs(ProfilePages.MANAGE).answers(303, Void.class);
    }

    private Response look(Request request) throws Exception {
        var seed = request.query("seed");
        return saved(request, Step.LOOK, Map.of("seed", seed.orElse("")), () -> {
            profile.colour(new ProfileForms.Colour(seed, request.query("house")));
            profile.logo(request);
        });
    }

    private Response saved(Request request, Step step, Map<String, String> typed, ProfilePages.Change change)
            throws Exception {
        try {
            change.make();
        } catch (Problem refused) {
            if (refused.status() != 422) {
                throw refused;
            }
            var values = new HashMap<>(profile.values());
            values.putAll(edition.values());
            values.putAll(typed);
            return page(request, step, Entered.of(values).refused(refused, FAULT));
        }
        return next(request, step);
    }

    private Response next(Request request, Step step) {
        var setup = house.brand().setup();
        var done = new HashSet<>(setup.done());
        done.add(step.name());
        house.brand().setup(new Setup(done, setup.edition(), setup.open()));
        return ProfilePages.back(request, step.next().orElse(Step.REVIEW).path());
    }

    /** Invites one colleague and stays, or goes on; what stands in the field is not lost either way. */
    private Response team(Request request) throws Exception {
        var form = request.body(Team.class);
        var email = form.email().orElse("").strip();
        if (email.isEmpty() && form.invite().isEmpty()) {
            return next(request, Step.TEAM);
        }
        var caller = request.caller();
        house.identity().require(caller, ACCOUNTS, Scope.EXPO);
        house.identity().require(caller, GRANT, Scope.EXPO);
        var role = form.role().filter(TEAM_ROLES::contains).orElse(TEAM_ROLES.getFirst());
        var name = form.person().filter(each -> !each.isBlank()).orElse(email.replaceFirst("@.*", ""));
        var values = new HashMap<>(profile.values());
        values.putAll(Entered.values("email", email, "person", form.person().orElse(""), "role", role));
        try {
            house.identity()
                    .accounts()
                    .invite(email, name, house.brand().profile().language(), role, Scope.EXPO, caller.ref());
        } catch (Problem refused) {
            if (refused.status() != 422) {
                throw refused;
            }
            return page(
                    request, Step.TEAM, Entered.of(values).refused(Problem.invalid("/email", refused.detail()), FAULT));
        }
        return form.invite().isPresent()
                ? ProfilePages.back(request, Step.TEAM.path() + "?done=invited")
                : next(request, Step.TEAM);
    }

    private List<SetupStep.Invitation> invitations(Request request) {
        return house.identity().accounts().letters(request.caller().ref()).stream()
                .map(KeptLetter::letter)
                .filter(letter -> letter.kind() == Letter.Kind.INVITED)
                .map(letter -> new SetupStep.Invitation(letter.to(), letter.path()))
                .toList();
    }

    private Response open(Request request) {
        edition.open();
        var setup = house.brand().setup();
        var done = new HashSet<>(setup.done());
        done.add(Step.REVIEW.name());
        house.brand().setup(new Setup(done, setup.edition(), true));
        return ProfilePages.back(request, "/");
    }

    /** Starts and stops plugins as chosen; what another one needs runs with it. */
    private void choose(Request request) {
        house.identity().require(request.caller(), INSTALL, Scope.EXPO);
        var wanted = new HashSet<>(request.body(Plugins.class).run());
        var states = house.plugins().states();
        states.stream().filter(state -> wanted.contains(state.id())).forEach(state -> wanted.addAll(state.requires()));
        for (var state : states) {
            if (wanted.contains(state.id()) && stopped(state.phase())) {
                house.plugins().start(state.id());
            } else if (!wanted.contains(state.id()) && state.phase() == Phase.RUNNING) {
                house.plugins().stop(state.id());
            }
        }
    }

    private static boolean stopped(Phase phase) {
        return phase == Phase.STOPPED || phase == Phase.INSTALLED;
    }

    private List<SetupStep.Choice> choices() {
        var mounts = house.plugins().mounts();
        return house.plugins().states().stream()
                .map(state -> new SetupStep.Choice(
                        state.id(),
                        state.name(),
                        state.phase() == Phase.RUNNING || state.phase() == Phase.STARTING,
                        mounts.stream()
                                .filter(mount -> mount.info().id().equals(state.id()))
                                .flatMap(mount -> brings(mount).stream())
                                .toList(),
                        state.requires()))
                .toList();
    }

    /** What visitors will find of a plugin: the kinds of things it adds to search. */
    private static List<Text> brings(Mount mount) {
        return mount.manifest().search().stream()
                .map(type -> type.title())
                .distinct()
                .toList();
    }

    private SetupStep.Summary summary() {
        var current = edition.id().flatMap(house.directory()::edition);
        int exhibitors = edition.id()
                .map(id -> house.directory()
                        .organisations(new OrganisationQuery(
                                Optional.of(id), Optional.empty(), Optional.empty(), Optional.empty(), 1))
                        .total())
                .orElse(0);
        return new SetupStep.Summary(
                house.brand().profile().name(),
                current.map(Edition::name),
                current.map(SetupPages::dates).orElse(""),
                house.brand().profile().zone(),
                house.plugins().mounts().stream()
                        .map(mount -> house.plugins().states().stream()
                                .filter(state -> state.id().equals(mount.info().id()))
                                .findFirst()
                                .map(state -> state.name())
                                .orElseGet(() -> Text.same(mount.info().id())))
                        .toList(),
                exhibitors,
                current.isPresent() && !house.brand().profile().unnamed());
    }

    private static String dates(Edition edition) {
        return edition.start().map(Object::toString).orElse("")
                + edition.end().map(end -> " – " + end).orElse("");
    }
}
