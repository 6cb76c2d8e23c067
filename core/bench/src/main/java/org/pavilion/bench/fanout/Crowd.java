package org.pavilion.bench.fanout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** Many listeners on one thread: opens them, reads for them, and forgets those that the server drops. */
final class Crowd implements AutoCloseable {
    private static final int AT_ONCE = 200;
    private static final long PATIENCE_NANOS = 5_000_000_000L;

    private final Dialect dialect;
    private final int port;
    private final List<String> join;
    private final Listener.Counter counter;
    private final Selector selector;
    private final List<Listener> listeners = new ArrayList<>();
    private final ByteBuffer direct = ByteBuffer.allocateDirect(1 << 20);
    private final byte[] bytes = new byte[1 << 20];
    private int ready;

    /** @param join what each listener says once it is connected */
    Crowd(Dialect dialect, int port, List<String> join, Listener.Counter counter) throws IOException {
        this.dialect = dialect;
        this.port = port;
        this.join = join;
        this.counter = counter;
        this.selector = Selector.open();
    }

    List<Listener> listeners() {
        return listeners;
    }

    long alive() {
        return listeners.stream()
                .filter(each -> !each.closed() && each.channel().isOpen())
                .count();
    }

    void connect(int count) throws IOException {
        while (ready < count) {
            while (listeners.size() < count && listeners.size() - ready < AT_ONCE) {
                dial();
            }
            if (!poll(PATIENCE_NANOS)) {
                throw new IOException("only " + ready + " of " + count + " sockets opened");
            }
        }
    }

    /** Everybody goes. */
    void leave() throws IOException {
        for (var listener : listeners) {
            listener.channel().close();
        }
        listeners.clear();
        ready = 0;
        selector.selectNow(); // lets go of their keys
    }

    private void dial() throws IOException {
        var channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        var listener = new Listener(channel);
        listeners.add(listener);
        channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.register(selector, SelectionKey.OP_CONNECT, listener);
    }

    /** Reads until the moment has come. */
    void listen(long untilNanos) throws IOException {
        for (long left = untilNanos - System.nanoTime(); left > 0; left = untilNanos - System.nanoTime()) {
            poll(left);
        }
    }

    /** Handles what the network has; false when nothing happened for so long. */
    private boolean poll(long nanos) throws IOException {
        selector.select(Math.max(1, nanos / 1_000_000));
        var keys = selector.selectedKeys();
        boolean any = !keys.isEmpty();
        for (var key : keys) {
            if (key.attachment() instanceof Listener listener) {
                handle(key, listener);
            }
        }
        keys.clear();
        return any;
    }

    private void handle(SelectionKey key, Listener listener) throws IOException {
        try {
            if (key.isConnectable()) {
                listener.channel().finishConnect();
                key.interestOps(SelectionKey.OP_READ);
                listener.send(dialect.handshake(dialect.path(), port));
                return;
            }
            direct.clear();
            int length = listener.channel().read(direct);
            if (length < 0) {
                throw new IOException("closed by the server");
            }
            direct.flip().get(bytes, 0, length);
            boolean before = listener.open();
            listener.take(bytes, length, counter);
            if (!before && listener.open()) {
                for (var text : join) {
                    listener.send(Wire.text(text));
                }
                ready++;
            }
        } catch (IOException e) {
            key.cancel();
            listener.channel().close();
        }
    }

    @Override
    public void close() throws IOException {
        leave();
        selector.close();
    }
}
