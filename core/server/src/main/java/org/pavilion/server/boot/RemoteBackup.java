package org.pavilion.server.boot;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.locks.LockSupport;
import org.pavilion.api.Problem;
import org.pavilion.server.backup.BackupRun;
import org.pavilion.server.backup.BackupState;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.json.Json;

/** Has a running server make a backup, fetches it and has the server's copy deleted. */
final class RemoteBackup {
    private static final long LOOK_NANOS = Duration.ofMillis(200).toNanos();

    private final Json json = new Json();
    private final URI server;
    private final String token;

    RemoteBackup(URI server, Path data) throws IOException {
        this.server = server;
        this.token = Files.readString(Identity.tokenFile(data)).strip();
    }

    private record Refusal(String code, String detail) {}

    void run(Path target, ProgressBar bar) throws IOException, InterruptedException {
        var part = target.resolveSibling(target.getFileName() + ".part");
        try (var client = HttpClient.newHttpClient()) {
            var begun = json.view(
                    text(client, request("/api/backups?cause=command").POST(HttpRequest.BodyPublishers.noBody())),
                    BackupRun.class);
            var done = await(client, begun.id(), bar);
            try {
                fetch(client, done, part);
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
                text(client, request("/api/backups/" + begun.id()).DELETE());
            }
        }
    }

    private BackupRun await(HttpClient client, String id, ProgressBar bar) throws IOException, InterruptedException {
        while (true) {
            var run = json.view(text(client, request("/api/backups/" + id).GET()), BackupRun.class);
            if (run.done()) {
                return run;
            }
            if (!run.open()) {
                throw new Problem(
                        "backup.failed",
                        409,
                        "the server could not make it: " + run.error().orElse(""));
            }
            bar.at(json.view(text(client, request("/api/backups").GET()), BackupState.class)
                    .percent());
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private void fetch(HttpClient client, BackupRun run, Path part) throws IOException, InterruptedException {
        var answer = client.send(
                request("/api/backups/" + run.id() + "/file").GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        try (var in = answer.body();
                var out = Files.newOutputStream(part)) {
            if (answer.statusCode() != 200) {
                throw new Problem("backup.failed", 409, "the server does not hand it out: " + answer.statusCode());
            }
            var digest = sha256();
            var buffer = new byte[1 << 16];
            for (int read; (read = in.read(buffer)) >= 0; ) {
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
            if (!run.sha256().orElse("").equals(HexFormat.of().formatHex(digest.digest()))) {
                throw new Problem("backup.failed", 409, "what arrived is not what the server has written; try again");
            }
        }
        try (var file = FileChannel.open(part, StandardOpenOption.WRITE)) {
            file.force(true);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
    }

    private String text(HttpClient client, HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() >= 300) {
            var refusal = json.view(answer.body(), Refusal.class);
            throw new Problem(refusal.code(), answer.statusCode(), refusal.detail());
        }
        return answer.body();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
