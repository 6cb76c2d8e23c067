package org.pavilion.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pavilion.api.Caller;
import org.pavilion.api.Permission;
import org.pavilion.api.Ref;
import org.pavilion.api.Route.Where;
import org.pavilion.api.Scope;
import org.pavilion.server.http.Guard;
import org.pavilion.server.identity.DeclaredPermission;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.identity.Role;

/**
 * Every route, page, form and socket command against every role: held in the whole expo, or in one
 * hall and asked there and elsewhere. The reviewed table is a file; what is new shows as a difference.
 */
@ExtendWith(House.Shared.class)
final class MatrixTest {
    private static final Path REVIEWED = Path.of("src/test/resources/rights-matrix.txt");
    private static final Path FOUND = Path.of("target/rights-matrix.txt");
    private static final Ref OPERATOR = new Ref("operator", "operator");
    private static final Scope OWN = Scope.EXPO.in("hall", "own");
    private static final Scope FOREIGN = Scope.EXPO.in("hall", "foreign");

    /** Somebody with one role. */
    private record Holder(String role, Caller caller) {}

    @Test
    void everyDoorIsOpenToThoseWhoWereReviewed(House house) throws IOException {
        var identity = house.server().identity();
        var everywhere = holders(identity, "all", Scope.EXPO);
        var here = holders(identity, "own", OWN);
        try {
            var lines = house.server().guards().stream()
                    .map(guard -> line(identity, guard, everywhere, here))
                    .sorted()
                    .toList();
            Files.write(FOUND, lines);
            assertEquals(
                    Files.exists(REVIEWED) ? Files.readString(REVIEWED) : "",
                    String.join("\n", lines) + "\n",
                    "doors changed: review " + FOUND + " and let it be " + REVIEWED);
        } finally {
            revoke(identity, everywhere);
            revoke(identity, here);
        }
    }

    @Test
    void everyDoorNeedsARightThatSomebodyDeclared(House house) {
        var declared = house.server().identity().declared().stream()
                .map(DeclaredPermission::permission)
                .collect(Collectors.toSet());
        for (var guard : house.server().guards()) {
            assertTrue(guard.needs().equals(Permission.PUBLIC) || declared.contains(guard.needs()), guard::toString);
        }
    }

    @Test
    void aStrangerIsSentAwayAtEveryDoorThatIsNotTheirs(House house) {
        var identity = house.server().identity();
        var guest = new Caller(new Ref("guest", "stranger"), Caller.Kind.GUEST, Set.of("pub"));
        for (var guard : doors(house)) {
            if (!opens(identity, guard, guest, FOREIGN)) {
                assertEquals(401, knock(house, guard, Optional.empty()), guard::toString);
            }
        }
    }

    @Test
    void aRoleInOneHallOpensNothingOfAnother(House house) {
        var identity = house.server().identity();
        var holders = holders(identity, "token", OWN).stream()
                .filter(each -> Set.of("moderator", "booth-owner", "organiser").contains(each.role()))
                .toList();
        for (var holder : holders) {
            var held = identity.declared().stream()
                    .map(DeclaredPermission::permission)
                    .filter(right -> identity.can(holder.caller(), right, OWN))
                    .collect(Collectors.toSet());
            var token = identity.tokens().issue(holder.caller(), "sweep", held, OWN, Duration.ofHours(1));
            for (var guard : doors(house)) {
                if (!guard.needs().equals(Permission.PUBLIC)
                        && !(guard.where() instanceof Where.Somewhere)
                        && !opens(identity, guard, holder.caller(), FOREIGN)) {
                    assertEquals(403, knock(house, guard, Optional.of(token.secret())), holder.role() + " " + guard);
                }
            }
            identity.tokens().revokeAll(holder.caller().ref());
        }
        revoke(identity, holders(identity, "token", OWN));
    }

    private static List<Guard> doors(House house) {
        return house.server().guards().stream()
                .filter(guard -> !guard.at().startsWith("command "))
                .toList();
    }

    private static int knock(House house, Guard guard, Optional<String> token) {
        var at = guard.at().split(" ", -1);
        var request = house.request(at[1].replaceAll("\\{[^}]+}", "none"))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(at[0], at[0].equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return house.send(request).statusCode();
    }

    private static String line(Identity identity, Guard guard, List<Holder> everywhere, List<Holder> here) {
        var where = switch (guard.where()) {
            case Where.Expo expo -> "";
            case Where.At at -> " at " + at.type();
            case Where.Somewhere somewhere -> " somewhere";
        };
        return guard.at() + " | " + guard.needs().name() + where
                + " | expo: " + who(identity, guard, everywhere, FOREIGN)
                + " | own: " + who(identity, guard, here, OWN)
                + " | foreign: " + who(identity, guard, here, FOREIGN);
    }

    private static String who(Identity identity, Guard guard, List<Holder> holders, Scope object) {
        var open = new TreeSet<String>();
        holders.stream()
                .filter(holder -> opens(identity, guard, holder.caller(), object))
                .forEach(holder -> open.add(holder.role()));
        return open.contains("guest")
                ? "everyone"
                : open.contains("attendee")
                        ? "everyone with an account"
                        : open.isEmpty() ? "-" : String.join(" ", open);
    }

    private static boolean opens(Identity identity, Guard guard, Caller caller, Scope object) {
        return switch (guard.where()) {
            case Where.Expo expo -> identity.can(caller, guard.needs(), Scope.EXPO);
            case Where.At at -> identity.can(caller, guard.needs(), object.in(at.type(), "none"));
            case Where.Somewhere somewhere -> identity.canSomewhere(caller, guard.needs());
        };
    }

    private static List<Holder> holders(Identity identity, String prefix, Scope scope) {
        var all = new ArrayList<Holder>();
        all.add(new Holder("guest", new Caller(new Ref("guest", "matrix"), Caller.Kind.GUEST, Set.of("pub"))));
        all.add(new Holder("attendee", person(new Ref("account", "matrix"))));
        for (var role : identity.rights().roles().stream().filter(Role::given).toList()) {
            var subject =
                    new Ref("account", "matrix-" + prefix + "-" + role.name().replace(':', '.'));
            identity.rights().grant(subject, role.name(), scope, Optional.empty(), OPERATOR);
            all.add(new Holder(role.name(), person(subject)));
        }
        return all;
    }

    private static void revoke(Identity identity, List<Holder> holders) {
        holders.forEach(holder -> identity.rights()
                .of(holder.caller().ref())
                .forEach(grant -> identity.rights().revoke(grant.id(), OPERATOR)));
    }

    private static Caller person(Ref ref) {
        return new Caller(ref, Caller.Kind.PERSON, Set.of("pub"));
    }
}
