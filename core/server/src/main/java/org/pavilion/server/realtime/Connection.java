package org.pavilion.server.realtime;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Ref;

/**
 * One socket. It is its own write callback, so that a delivery costs no object but the frame.
 *
 * <p>Nothing is queued for it: while a write is in flight its fan-out thread passes it by and it is
 * marked as behind; the completion then asks for its turn. One that is in flight for five seconds is
 * cut, and resumes if it lives. Inbound frames are handled one after the other on a virtual thread;
 * the next is demanded when the last is answered.
 */
final class Connection implements FrameHandler, Callback {
    private static final long STUCK_NS = TimeUnit.SECONDS.toNanos(5);
    private static final long PING_NS = TimeUnit.SECONDS.toNanos(20);
    private static final long SILENT_NS = TimeUnit.SECONDS.toNanos(65);

    private final Shard shard;
    private final Meters meters;
    private final Conversation conversation;
    private final Runnable gone;
    private final Inbound inbound = new Inbound();
    private final List<Listening> listenings = new ArrayList<>(2); // the fan-out thread's own
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicBoolean behind = new AtomicBoolean();
    private volatile long progress;
    private volatile long heard = System.nanoTime();
    private volatile @Nullable CoreSession session;
    private volatile boolean closed;
    private volatile boolean closing;
    private volatile long closingSince;
    private long pinged = System.nanoTime();

    /** @param gone runs once, after the connection ended or failed to begin */
    Connection(Shard shard, Meters meters, Conversation.Opening conversation, Runnable gone) {
        this.shard = shard;
        this.meters = meters;
        this.gone = gone;
        this.conversation = conversation.with(this);
    }

    Shard shard() {
        return shard;
    }

    Meters meters() {
        return meters;
    }

    @Override
    public void onOpen(CoreSession opened, Callback callback) {
        session = opened;
        shard.add(this);
        callback.succeeded();
        opened.demand();
    }

    @Override
    public void onFrame(Frame frame, Callback callback) {
        heard = System.nanoTime();
        if (closing && frame.getOpCode() != OpCode.CLOSE) {
            // Read and dropped: ended with unread bytes, TCP would reset, and the reason be lost on its way.
            callback.succeeded();
            demand();
            return;
        }
        switch (frame.getOpCode()) {
            case OpCode.TEXT, OpCode.CONTINUATION -> text(frame, callback);
            case OpCode.BINARY -> {
                callback.succeeded();
                close(CloseCode.NOT_TEXT, "text only");
            }
            case OpCode.PING -> {
                write(new Frame(OpCode.PONG, copy(frame)), Callback.NOOP);
                callback.succeeded();
                demand();
            }
            case OpCode.CLOSE -> {
                callback.succeeded();
                close(CloseStatus.NORMAL, "");
            }
            default -> {
                callback.succeeded();
                demand();
            }
        }
    }

    private static ByteBuffer copy(Frame frame) {
        var copy = ByteBuffer.allocate(frame.getPayloadLength());
        if (frame.hasPayload()) {
            copy.put(frame.getPayload()).flip();
        }
        return copy;
    }

    private void text(Frame frame, Callback callback) {
        var read = inbound.add(frame);
        callback.succeeded();
        switch (read) {
            case Inbound.More more -> demand();
            case Inbound.Refused refused -> close(refused.code(), refused.why());
            case Inbound.Message message ->
                Thread.ofVirtual().name("socket").start(() -> {
                    try {
                        conversation.hear(message.text());
                    } finally {
                        demand();
                    }
                });
        }
    }

    private void demand() {
        var open = session;
        if (open != null && !closed) {
            open.demand();
        }
    }

    /** Whether it can take more now; if not, it asks for its turn when it can. Fan-out thread. */
    boolean idle() {
        if (closed || closing) {
            return false;
        }
        if (inFlight.get() == 0) {
            return true;
        }
        behind.set(true);
        return inFlight.get() == 0 && behind.getAndSet(false);
    }

    /** It lacks more than was sent: its turn comes again after what is in flight. Fan-out thread. */
    void behind() {
        behind.set(true);
        if (inFlight.get() == 0) {
            turn();
        }
    }

    private void turn() {
        if (behind.getAndSet(false) && !closed) {
            shard.ready(this);
        }
    }

    /** Sends a text frame; any thread. Its bytes are shared and never written to. */
    void send(byte[] text) {
        if (inFlight.get() == 0) {
            progress = System.nanoTime(); // before it counts as in flight, or a sweep would take it for stuck
        }
        inFlight.incrementAndGet();
        meters.frames.increment();
        write(new Frame(OpCode.TEXT, ByteBuffer.wrap(text)), this);
    }

    private void write(Frame frame, Callback callback) {
        var open = session;
        if (open == null || closed || closing) {
            callback.failed(new IllegalStateException("closed"));
        } else {
            open.sendFrame(frame, callback, false);
        }
    }

    @Override
    public void succeeded() {
        progress = System.nanoTime();
        if (inFlight.decrementAndGet() == 0) {
            turn();
        }
    }

    /** A frame is lost, and what came after it would be a lie: the client resumes on a new line. */
    @Override
    public void failed(Throwable failure) {
        inFlight.decrementAndGet();
        var open = session;
        if (open != null && !closed && !closing) {
            open.abort();
        }
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    void listens(Listening listening) {
        listenings.add(listening);
    }

    void listensNoMore(Listening listening) {
        listenings.remove(listening);
    }

    /** Fan-out thread: a topic it listened to is no more. */
    void ended(Listening listening, byte[] frame) {
        listenings.remove(listening);
        conversation.ended(listening);
        send(frame);
    }

    /** Asks again whether the session it came with still holds. */
    void recheck() {
        conversation.recheck();
    }

    /** Ends it when its owner's rights changed: the page comes back at once, with those it has now. */
    void refresh(Predicate<Ref> whose) {
        if (conversation.isOf(whose)) {
            close(CloseCode.RIGHTS_CHANGED, "rights changed");
        }
    }

    /** Fan-out thread: it is this connection's turn again. */
    int advance() {
        int deliveries = 0;
        for (var listening : listenings) {
            deliveries += listening.advance();
        }
        return deliveries;
    }

    /** Once a second on the fan-out thread: cuts who is stuck or silent, greets who is quiet. */
    void sweep(long now) {
        if (closing) {
            if (now - closingSince > STUCK_NS) {
                cut();
            }
        } else if (inFlight.get() > 0) {
            if (now - progress > STUCK_NS) {
                cut();
            }
        } else if (now - heard > SILENT_NS) {
            cut();
        } else if (now - pinged > PING_NS) {
            pinged = now;
            write(new Frame(OpCode.PING), Callback.NOOP);
        }
        conversation.sweep(now);
    }

    private void cut() {
        var open = session;
        if (open != null && !closed) {
            meters.aborts.increment();
            open.abort();
        }
    }

    /** Ends it in order: what was sent before goes first, and a client that does not answer is cut. */
    void close(int code, String why) {
        var open = session;
        synchronized (this) {
            if (open == null || closed || closing) {
                return;
            }
            closingSince = System.nanoTime();
            closing = true;
        }
        open.close(code, why, Callback.NOOP);
    }

    boolean closed() {
        return closed;
    }

    @Override
    public void onError(Throwable cause, Callback callback) {
        callback.succeeded(); // a client's broken frame or lost line is no news; onClosed follows
    }

    @Override
    public void onClosed(CloseStatus status, Callback callback) {
        closed = true;
        shard.remove(this);
        conversation.end();
        gone.run();
        callback.succeeded();
    }
}
