package org.pavilion.server.http;

import java.util.List;
import java.util.stream.Collectors;
import org.pavilion.api.Route;

/**
 * Model of {@code api.jte}, the browsable side of the API document.
 *
 * @param sections one for the core and one for each plugin
 */
public record ApiGuide(List<Section> sections) {
    public record Section(String owner, List<Operation> operations) {}

    /** {@code takes} and each answer are names of schemas of the document, empty where there is none. */
    public record Operation(
            String method,
            String path,
            String summary,
            String permission,
            String takes,
            List<Answer> answers,
            List<Parameter> parameters) {}

    public record Answer(int status, String type) {}

    public record Parameter(String name, String summary) {}

    static ApiGuide of(List<OpenApi.Mounted> routes) {
        return new ApiGuide(routes.stream()
                .map(OpenApi.Mounted::owner)
                .distinct()
                .sorted(ApiGuide::coreFirst)
                .map(owner -> new Section(
                        owner,
                        routes.stream()
                                .filter(each -> each.owner().equals(owner))
                                .map(ApiGuide::operation)
                                .toList()))
                .toList());
    }

    private static int coreFirst(String a, String b) {
        return a.equals(b) ? 0 : a.equals("core") ? -1 : b.equals("core") ? 1 : a.compareTo(b);
    }

    private static Operation operation(OpenApi.Mounted mounted) {
        var route = mounted.route();
        var answers = new java.util.TreeMap<>(route.answers());
        return new Operation(
                route.method().name(),
                mounted.path(),
                route.summary(),
                route.needs().name(),
                route.takes() == null ? "" : route.takes().getSimpleName(),
                answers.entrySet().stream()
                        .map(each -> new Answer(each.getKey(), type(each.getValue())))
                        .toList(),
                route.parameters().stream()
                        .map(each -> new Parameter(each.name(), each.summary()))
                        .toList());
    }

    private static String type(Route.Answer answer) {
        var type = answer.type();
        var of = answer.of().stream().map(Class::getSimpleName).collect(Collectors.joining(", "));
        var name = type == Void.class ? "" : type == byte[].class ? "bytes" : type.getSimpleName();
        return of.isEmpty() ? name : name + " of " + of;
    }
}
