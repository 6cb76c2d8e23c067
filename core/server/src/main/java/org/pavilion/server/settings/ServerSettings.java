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
 * @param limits the rate limits
 * @param mail the mail server, if there is one
 * @param oidc another provider whose accounts sign in here
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
        Optional<Path> bundledPlugins,
        RateTable limits,
        Optional<MailSettings> mail,
        Optional<OidcSettings> oidc) {

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
                Optional.empty(),
                RateTable.DEFAULT,
                Optional.empty(),
                Optional.empty());
    }

    public ServerSettings withPort(int number) {
        return with(number, store, dev, demo, publicUrl, onSiteNetworks, bundledPlugins, limits);
    }

    public ServerSettings withStore(String jdbcUrl) {
        return with(port, Optional.of(jdbcUrl), dev, demo, publicUrl, onSiteNetworks, bundledPlugins, limits);
    }

    public ServerSettings withBundledPlugins(Path folder) {
        return with(port, store, dev, demo, publicUrl, onSiteNetworks, Optional.of(folder), limits);
    }

    public ServerSettings withDev(boolean on) {
        return with(port, store, on, demo, publicUrl, onSiteNetworks, bundledPlugins, limits);
    }

    public ServerSettings withDemo(boolean on) {
        return with(port, store, dev, on, publicUrl, onSiteNetworks, bundledPlugins, limits);
    }

    public ServerSettings withPublicUrl(URI url) {
        return with(port, store, dev, demo, Optional.of(url), onSiteNetworks, bundledPlugins, limits);
    }

    public ServerSettings withOnSiteNetworks(List<String> ranges) {
        return with(port, store, dev, demo, publicUrl, ranges, bundledPlugins, limits);
    }

    public ServerSettings withLimits(RateTable table) {
        return with(port, store, dev, demo, publicUrl, onSiteNetworks, bundledPlugins, table);
    }

    public ServerSettings withMail(MailSettings server) {
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
                bundledPlugins,
                limits,
                Optional.of(server),
                oidc);
    }

    public ServerSettings withOidc(OidcSettings provider) {
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
                bundledPlugins,
                limits,
                mail,
                Optional.of(provider));
    }

    private ServerSettings with(
            int newPort,
            Optional<String> newStore,
            boolean newDev,
            boolean newDemo,
            Optional<URI> newPublicUrl,
            List<String> newOnSiteNetworks,
            Optional<Path> newBundledPlugins,
            RateTable newLimits) {
        return new ServerSettings(
                host,
                newPort,
                data,
                newStore,
                newDev,
                newDemo,
                newPublicUrl,
                allowedHosts,
                trustedProxies,
                newOnSiteNetworks,
                metricsOpen,
                newBundledPlugins,
                newLimits,
                mail,
                oidc);
    }
}
