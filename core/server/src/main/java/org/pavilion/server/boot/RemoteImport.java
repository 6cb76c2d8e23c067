package org.pavilion.server.boot;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pavilion.api.Problem;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.imports.ImportFile;
import org.pavilion.server.imports.ImportReport;
import org.pavilion.server.json.Json;

/** Imports through a running server's own API, as the operator whose token lies in the data directory. */
final class RemoteImport {
    private final Json json = new Json();
    private final URI server;
    private final String token;

    RemoteImport(URI server, Path data) throws IOException {
        this.server = server;
        this.token = Files.readString(Identity.tokenFile(data)).strip();
    }

    private record Kinds(List<String> kinds) {}

    private record Refusal(String code, String detail) {}

    List<ImportReport> run(Path folder, boolean dryRun) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var kinds = json.view(send(client, request("/api/imports").GET().build()), Kinds.class)
                    .kinds();
            var reports = new ArrayList<ImportReport>();
            for (var file : ImportFile.inOrder(folder, kinds, json)) {
                var answer = send(
                        client,
                        request("/api/imports?kind=" + URLEncoder.encode(file.kind(), StandardCharsets.UTF_8)
                                        + "&dryRun=" + dryRun)
                                .header("Content-Type", "application/x-ndjson")
                                .POST(HttpRequest.BodyPublishers.ofFile(file.path()))
                                .build());
                reports.add(json.view(answer, ImportReport.class));
            }
            return reports;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
    }

    private String send(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() >= 300) {
            var refusal = json.view(answer.body(), Refusal.class);
            throw new Problem(refusal.code(), answer.statusCode(), refusal.detail());
        }
        return answer.body();
    }
}
