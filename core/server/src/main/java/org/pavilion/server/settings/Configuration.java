package org.pavilion.server.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.pavilion.api.Problem;

/**
 * The settings of one process from, strongest first, flags, environment ({@code PAVILION_PUBLIC_URL})
 * and {@code pavilion.properties} in the data directory ({@code public-url=…}). All three use the
 * same names; a name or value that means nothing is refused.
 */
public final class Configuration {
    private static final String FILE = "pavilion.properties";
    private static final int PORT = 7070;
    private static final int PORT_MAX = 65_535;
    private static final int SUBMISSION = 587;
    private static final int SMTPS = 465;
    private static final Set<String> NAMES = names();

    private final Map<String, String> values;

    private Configuration(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads the three sources. {@code flags} carry the names above; {@code fallbackData} is the data
     * directory when neither flag nor environment names one.
     */
    public static ServerSettings read(
            Map<String, String> flags, Map<String, String> environment, Path fallbackData, boolean demo) {
        var strong = new HashMap<String, String>();
        for (var name : NAMES) {
            var set = environment.get("PAVILION_"
                    + name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_'));
            if (set != null) {
                strong.put(name, set);
            }
        }
        strong.putAll(flags);
        var data = Path.of(strong.getOrDefault("data", fallbackData.toString()))
                .toAbsolutePath()
                .normalize();
        var all = file(data.resolve(FILE));
        all.putAll(strong);
        return new Configuration(all).settings(data, demo);
    }

    private ServerSettings settings(Path data, boolean demo) {
        return new ServerSettings(
                text("host").orElse("127.0.0.1"),
                number("port", PORT, PORT_MAX),
                data,
                text("store").map(Configuration::store),
                flag("dev"),
                demo,
                text("public-url").map(Configuration::publicUrl),
                Set.copyOf(list("allowed-hosts")),
                list("trusted-proxies"),
                list("on-site-networks"),
                flag("metrics-open"),
                text("plugins").map(Path::of),
                limits(),
                mail(),
                oidc());
    }

    /** Another provider: with {@code oidc-issuer} there is one; its secret may stand in a file of its own. */
    private Optional<OidcSettings> oidc() {
        return value("oidc-issuer", URI::create)
                .map(issuer -> new OidcSettings(
                        issuer,
                        text("oidc-client-id")
                                .orElseThrow(() -> bad("oidc-client-id", "must name this house's client")),
                        text("oidc-secret")
                                .or(() -> text("oidc-secret-file").map(Configuration::secret))
                                .orElseThrow(() -> bad("oidc-secret", "or oidc-secret-file must be set")),
                        text("oidc-name").orElse(String.valueOf(issuer.getHost()))));
    }

    private static String secret(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw bad("oidc-secret-file", "cannot be read: " + file);
        }
    }

    /** The mail server: with {@code smtp-host} there is one, and it needs a sender. */
    private Optional<MailSettings> mail() {
        return text("smtp-host").map(host -> {
            var tls = value("smtp-tls", text -> switch (text) {
                        case "starttls" -> MailSettings.Tls.STARTTLS;
                        case "implicit" -> MailSettings.Tls.IMPLICIT;
                        case "none" -> MailSettings.Tls.NONE;
                        default -> throw new IllegalArgumentException("write starttls, implicit or none");
                    })
                    .orElse(MailSettings.Tls.STARTTLS);
            return new MailSettings(
                    host,
                    number("smtp-port", tls == MailSettings.Tls.IMPLICIT ? SMTPS : SUBMISSION, PORT_MAX),
                    text("smtp-user").orElse(""),
                    text("smtp-secret").orElse(""),
                    text("smtp-from").orElseThrow(() -> bad("smtp-from", "must name the sender of mail")),
                    tls);
        });
    }

    private RateTable limits() {
        var table = new RateTable(
                RateTable.DEFAULT.rates(),
                number("limits.on-site-factor", RateTable.DEFAULT.onSiteFactor(), 10_000),
                number("limits.loopback-factor", RateTable.DEFAULT.loopbackFactor(), 10_000));
        for (var limit : Limit.values()) {
            var rate = value(name(limit), Rate::of);
            if (rate.isPresent()) {
                table = table.with(limit, rate.get());
            }
        }
        return table;
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private boolean flag(String name) {
        return value(name, text -> switch (text) {
                    case "true", "1", "yes" -> true;
                    case "false", "0", "no" -> false;
                    default -> throw new IllegalArgumentException("write true or false");
                })
                .orElse(false);
    }

    private int number(String name, int fallback, int max) {
        return value(name, Integer::parseInt)
                .map(number -> {
                    if (number < 0 || number > max) {
                        throw bad(name, "must lie between 0 and " + max);
                    }
                    return number;
                })
                .orElse(fallback);
    }

    private List<String> list(String name) {
        return text(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private <T> Optional<T> value(String name, Function<String, T> reader) {
        try {
            return text(name).map(reader);
        } catch (IllegalArgumentException e) {
            throw bad(name, String.valueOf(e.getMessage()));
        }
    }

    private static String store(String url) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw bad("store", "must be a jdbc:postgresql:… address; leave it out for SQLite");
        }
        return url;
    }

    private static URI publicUrl(String text) {
        try {
            var url = URI.create(text);
            if (url.getHost() != null && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw bad("public-url", "must be like https://expo.example.org");
        }
        throw bad("public-url", "must be like https://expo.example.org");
    }

    private static Map<String, String> file(Path file) {
        var properties = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        var values = new HashMap<String, String>();
        for (var name : properties.stringPropertyNames()) {
            if (!NAMES.contains(name) || name.equals("data")) {
                throw bad(name, "is no setting of " + FILE + "; known are " + String.join(", ", NAMES));
            }
            values.put(name, properties.getProperty(name));
        }
        return values;
    }

    private static Problem bad(String name, String why) {
        return new Problem("settings.invalid", 400, "setting " + name + " " + why);
    }

    private static String name(Limit limit) {
        return "limits." + limit.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Set<String> names() {
        var names = new TreeSet<>(List.of(
                "host",
                "port",
                "data",
                "store",
                "dev",
                "public-url",
                "allowed-hosts",
                "trusted-proxies",
                "on-site-networks",
                "metrics-open",
                "plugins",
                "smtp-host",
                "smtp-port",
                "smtp-user",
                "smtp-secret",
                "smtp-from",
                "smtp-tls",
                "oidc-issuer",
                "oidc-client-id",
                "oidc-secret",
                "oidc-secret-file",
                "oidc-name",
                "limits.on-site-factor",
                "limits.loopback-factor"));
        for (var limit : Limit.values()) {
            names.add(name(limit));
        }
        return names;
    }
}
