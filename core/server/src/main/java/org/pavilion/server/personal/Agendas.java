package org.pavilion.server.personal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pavilion.api.Calendar;
import org.pavilion.api.Ref;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When starred objects take place, as their boards know it. */
final class Agendas {
    private static final Logger LOG = LoggerFactory.getLogger(Agendas.class);

    private record Source(String owner, Function<Collection<Ref>, List<Calendar.Entry>> entries) {}

    private final Map<String, Source> sources = new ConcurrentHashMap<>();

    void provide(String owner, String type, Function<Collection<Ref>, List<Calendar.Entry>> source) {
        if (sources.putIfAbsent(type, new Source(owner, source)) != null) {
            throw new IllegalStateException("when a " + type + " takes place is known already");
        }
    }

    void withdraw(String owner) {
        sources.values().removeIf(source -> source.owner().equals(owner));
    }

    /** Those that have hours, in their order; a board that fails costs its own entries. */
    List<Calendar.Entry> of(Collection<Ref> refs) {
        var all = new ArrayList<Calendar.Entry>();
        refs.stream().collect(Collectors.groupingBy(Ref::type)).forEach((type, some) -> {
            var source = sources.get(type);
            if (source != null) {
                try {
                    all.addAll(source.entries().apply(some));
                } catch (RuntimeException e) {
                    LOG.warn("{} does not say when its objects take place", source.owner(), e);
                }
            }
        });
        all.sort(Comparator.comparing(Calendar.Entry::start)
                .thenComparing(entry -> entry.ref().toString()));
        return all;
    }
}
