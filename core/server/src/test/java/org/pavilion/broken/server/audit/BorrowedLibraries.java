package org.pavilion.broken.server.audit;

/** Breaks rule 3 once for each owner: audit owns no library. */
final class BorrowedLibraries {
    private BorrowedLibraries() {}

    static final Class<?>[] BORROWED = {
        com.fasterxml.jackson.databind.JsonNode.class,
        com.zaxxer.hikari.HikariDataSource.class,
        org.jdbi.v3.core.Jdbi.class,
        org.apache.lucene.document.Document.class,
        org.pf4j.PluginWrapper.class,
        io.javalin.Javalin.class,
        org.eclipse.jetty.server.Server.class,
        picocli.CommandLine.class,
        org.commonmark.node.Node.class,
        io.github.bucket4j.Bucket.class,
        jakarta.mail.Transport.class,
        de.siegmar.fastcsv.reader.CsvReader.class,
        ch.qos.logback.classic.Logger.class
    };
}
