package org.pavilion.server.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything one process is configured by.
 *
 * @param host interface to listen on
 * @param port TCP port; 0 takes a free one
 * @param data directory of the database, files, search index, secrets and logs
 * @param store JDBC URL of PostgreSQL; empty for SQLite in the data directory
 * @param dev reloads and unsigned plugins, on loopback only
 * @param demo lays the demo expo at first start
 * @param publicUrl how visitors reach the server; https makes cookies secure
 * @param allowedHosts values of {@code Host} that are answered besides localhost and the public one
 * @param trustedProxies addresses whose forwarded headers count
 * @param onSiteNetworks CIDR ranges of the venue, with higher limits
 * @param metricsOpen serve {@code /metrics} beyond loopback
 * @param bundledPlugins folder of {@code bundled.json} and its jars, if there is one
 */
public record ServerSettings(
        String host,
        int port,
        Path data,
        Optional<String> store,
        boolean dev,
        boolean demo,
        Optional<URI> publicUrl,
        Set<String> allowedHosts,
        List<String> trustedProxies,
        List<String> onSiteNetworks,
        boolean metricsOpen,
        Optional<Path> bundledPlugins) {

    /** A server on loopback, any port, SQLite in the directory: what tests start from. */
    public static ServerSettings local(Path data) {
        return new ServerSettings(
                "127.0.0.1",
                0,
                data,
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                Set.of(),
                List.of(),
                List.of(),
                false,
                Optional.empty());
    }

    public ServerSettings withStore(String jdbcUrl) {
        return new ServerSettings(
                host,
                port,
                data,
                Optional.of(jdbcUrl),
                dev,
                demo,
                publicUrl,
                allowedHosts,
                trustedProxies,
                onSiteNetworks,
                metricsOpen,
                bundledPlugins);
    }

    public ServerSettings withBundledPlugins(Path folder) {
        return new ServerSettings(
                host,
                port,
                data,
                store,
                dev,
                demo,
                publicUrl,
                allowedHosts,
                trustedProxies,
                onSiteNetworks,
                metricsOpen,
                Optional.of(folder));
    }

    public ServerSettings withDev(boolean on) {
        return new ServerSettings(
                host,
                port,
                data,
                store,
                on,
                demo,
                publicUrl,
                allowedHosts,
                trustedProxies,
                onSiteNetworks,
                metricsOpen,
                bundledPlugins);
    }

    public ServerSettings withDemo(boolean on) {
        return new ServerSettings(
                host,
                port,
                data,
                store,
                dev,
                on,
                publicUrl,
                allowedHosts,
                trustedProxies,
                onSiteNetworks,
                metricsOpen,
                bundledPlugins);
    }
}
