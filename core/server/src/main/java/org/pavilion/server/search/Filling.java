package org.pavilion.server.search;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import org.pavilion.api.Ref;
import org.pavilion.server.event.Event;
import org.pavilion.server.search.Reading.SourceFailed;
import org.pavilion.server.search.Sources.Provided;
import org.pavilion.server.search.index.Fields;
import org.pavilion.server.search.index.LiveIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings documents from their sources into an index: after events, or whole types at once. */
final class Filling {
    private static final Logger LOG = LoggerFactory.getLogger(Filling.class);
    private static final int CHUNK = 100;

    private final Sources sources;
    private final Reading reading;
    private final Retries retries;
    private final AtomicLong written = new AtomicLong();
    private volatile boolean ended;

    Filling(Sources sources, Reading reading, Retries retries) {
        this.sources = sources;
        this.reading = reading;
        this.retries = retries;
    }

    /** The house closes: what runs comes to an end after its chunk. */
    void end() {
        ended = true;
    }

    /** Objects written so far, for progress. */
    AtomicLong written() {
        return written;
    }

    /** Reads again what the events touched and moves the index to the last of them. */
    void apply(LiveIndex index, List<Event> events) throws IOException {
        var touched = new LinkedHashSet<Ref>();
        for (var event : events) {
            if (event.seq() > index.mark().seq()) {
                touched.addAll(sources.touchedBy(event));
            }
        }
        for (var ref : touched) {
            again(index, ref);
        }
        if (!events.isEmpty()) {
            index.mark(index.mark()
                    .at(Math.max(index.mark().seq(), events.getLast().seq())));
        }
    }

    /** Reads one object again. A type that nobody provides now is no longer complete in this index. */
    void again(LiveIndex index, Ref ref) throws IOException {
        var provided = sources.of(ref.type());
        if (provided.isEmpty()) {
            if (index.mark().types().contains(ref.type())) {
                index.mark(index.mark().without(ref.type()));
            }
            return;
        }
        try {
            var document = reading.one(provided.get(), ref.id());
            if (document.isPresent()) {
                index.put(provided.get().owner(), provided.get().title(), document.get());
            } else {
                index.remove(ref);
            }
            written.incrementAndGet();
        } catch (SourceFailed e) {
            LOG.warn("{} could not be read for search and will be tried again: {}", ref, e.getMessage());
            retries.failed(ref, String.valueOf(e.getMessage()));
        }
    }

    /** Reads all objects of a type, a chunk at a time under the lock, and removes those that are gone. */
    void whole(LiveIndex index, Provided provided, Lock lock) throws IOException, SourceFailed {
        var ids = reading.ids(provided);
        for (int i = 0; i < ids.size(); i += CHUNK) {
            if (ended) {
                return;
            }
            var chunk = ids.subList(i, Math.min(ids.size(), i + CHUNK));
            lock.lock();
            try {
                chunk(index, provided, chunk);
            } finally {
                lock.unlock();
            }
        }
        lock.lock();
        try {
            removeOthers(index, provided.type(), new HashSet<>(ids));
            index.mark(index.mark().with(provided.type()));
        } finally {
            lock.unlock();
        }
    }

    private void chunk(LiveIndex index, Provided provided, List<String> ids) throws IOException, SourceFailed {
        try {
            for (var document : reading.many(provided, ids)) {
                index.put(provided.owner(), provided.title(), document);
                written.incrementAndGet();
            }
        } catch (SourceFailed e) {
            if (sources.of(provided.type()).filter(provided::equals).isEmpty()) {
                throw e;
            }
            LOG.warn("{} objects of {} are read one by one: {}", ids.size(), provided.type(), e.getMessage());
            for (var id : ids) {
                again(index, new Ref(provided.type(), id));
            }
        }
    }

    private void removeOthers(LiveIndex index, String type, Set<String> ids) throws IOException {
        index.refresh();
        var view = index.acquire();
        try {
            var all = view.searcher().search(new TermQuery(new Term(Fields.TYPE, type)), Integer.MAX_VALUE);
            var stored = view.searcher().storedFields();
            for (var doc : all.scoreDocs) {
                var ref = Ref.of(Finder.text(stored.document(doc.doc, Set.of(Fields.OBJECT)), Fields.OBJECT));
                // One that appeared meanwhile is read again rather than removed.
                if (!ids.contains(ref.id())) {
                    again(index, ref);
                }
            }
        } finally {
            index.release(view);
        }
    }
}
