package org.pavilion.server.telemetry;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log of one process: lines for a person on standard error, and, once the data directory is
 * known, JSON lines in {@code data/logs} that rotate by day and size. Logback finds it as a service,
 * so no XML is parsed at start. The property {@code pavilion.log} sets the level of our own loggers.
 */
public final class Logs extends ContextAwareBase implements Configurator {
    private static final String FILE_APPENDER = "file";
    private static final int DAYS = 14;

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        context.getLogger("org.pavilion")
                .setLevel(
                        Level.toLevel(System.getProperty("pavilion.log", "info").toUpperCase(Locale.ROOT)));

        // What pf4j has to say about a plugin, the plugin host says in its own words.
        context.getLogger("org.pf4j").setLevel(Level.OFF);

        // Libraries that still log the old way have little to say to an operator (Lucene: about vector modules).
        java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.SEVERE);

        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{HH:mm:ss} %-5level %logger{0}: %msg%n%ex{short}");
        encoder.start();
        var console = new ConsoleAppender<ILoggingEvent>();
        console.setContext(context);
        console.setName("console");
        console.setTarget("System.err");
        console.setEncoder(encoder);
        console.start();
        root.addAppender(console);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** Also writes JSON lines below {@code data/logs}, with all details an operator may search by. */
    public static void toFiles(Path data) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.detachAppender(FILE_APPENDER);

        var encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithContext(false);
        encoder.setWithArguments(false);
        encoder.setWithMessage(false);
        encoder.setWithFormattedMessage(true);
        encoder.start();

        var file = new RollingFileAppender<ILoggingEvent>();
        file.setContext(context);
        file.setName(FILE_APPENDER);
        file.setEncoder(encoder);
        file.setFile(data.resolve("logs").resolve("pavilion.jsonl").toString());
        var policy = new SizeAndTimeBasedRollingPolicy<ILoggingEvent>();
        policy.setContext(context);
        policy.setParent(file);
        policy.setFileNamePattern(data.resolve("logs")
                .resolve("pavilion-%d{yyyy-MM-dd}.%i.jsonl.gz")
                .toString());
        policy.setMaxFileSize(FileSize.valueOf("20MB"));
        policy.setMaxHistory(DAYS);
        policy.setTotalSizeCap(FileSize.valueOf("500MB"));
        policy.start();
        file.setRollingPolicy(policy);
        file.start();
        root.addAppender(file);
    }

    /** Writes out what is still on its way and lets go of the files. */
    public static void close() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
            var file = root.getAppender(FILE_APPENDER);
            if (file != null) {
                root.detachAppender(file);
                file.stop();
            }
        }
    }
}
