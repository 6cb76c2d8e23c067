package org.pavilion.server.telemetry;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The metrics of one server. Names are {@code pavilion_…}; labels have few values. */
public final class Telemetry {
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();
    private final Map<String, Histogram> histograms = new ConcurrentHashMap<>();

    public Telemetry() {
        JvmMetrics.builder().register(registry);
    }

    /** Adds one. {@code labels} are name, value, name, value … always in the same order. */
    public void count(String name, String... labels) {
        counters.computeIfAbsent(
                        name,
                        n -> Counter.builder()
                                .name("pavilion_" + n)
                                .labelNames(even(labels))
                                .register(registry))
                .labelValues(odd(labels))
                .inc();
    }

    /** Records a duration in seconds. */
    public void seconds(String name, double seconds, String... labels) {
        histograms
                .computeIfAbsent(
                        name,
                        n -> Histogram.builder()
                                .name("pavilion_" + n + "_seconds")
                                .classicUpperBounds(.001, .005, .025, .1, .25, 1, 5)
                                .labelNames(even(labels))
                                .register(registry))
                .labelValues(odd(labels))
                .observe(seconds);
    }

    /** Records how large something was. */
    public void size(String name, double value) {
        histograms
                .computeIfAbsent(
                        name,
                        n -> Histogram.builder()
                                .name("pavilion_" + n)
                                .classicUpperBounds(1, 4, 16, 64, 256, 1024)
                                .register(registry))
                .observe(value);
    }

    /** A count that its owner keeps, read when somebody asks: for places too busy to call {@link #count}. */
    public void counter(String name, LongSupplier value) {
        CounterWithCallback.builder()
                .name("pavilion_" + name)
                .callback(callback -> callback.call((double) value.getAsLong()))
                .register(registry);
    }

    /** Values by one label, read when somebody asks; their owner sees to it that they are few. */
    public void gauges(String name, String label, Supplier<Map<String, Double>> values) {
        GaugeWithCallback.builder()
                .name("pavilion_" + name)
                .labelNames(label)
                .callback(callback -> values.get().forEach((each, value) -> callback.call(value, each)))
                .register(registry);
    }

    /** A value read when somebody asks. */
    public void gauge(String name, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name("pavilion_" + name)
                .callback(callback -> callback.call(value.getAsDouble()))
                .register(registry);
    }

    /** The Prometheus text format. */
    public void write(OutputStream out) throws IOException {
        PrometheusTextFormatWriter.create().write(out, registry.scrape());
    }

    private static String[] even(String[] labels) {
        var names = new String[labels.length / 2];
        for (int i = 0; i < names.length; i++) {
            names[i] = labels[2 * i];
        }
        return names;
    }

    private static String[] odd(String[] labels) {
        var values = new String[labels.length / 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = labels[2 * i + 1];
        }
        return values;
    }
}
