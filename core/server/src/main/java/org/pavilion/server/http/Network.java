package org.pavilion.server.http;

import java.net.InetAddress;
import java.util.List;

/** A range of addresses: one address or CIDR notation. Never asks DNS. */
final class Network {
    private final byte[] base;
    private final int bits;

    private Network(byte[] base, int bits) {
        this.base = base;
        this.bits = bits;
    }

    static Network of(String text) {
        int slash = text.indexOf('/');
        var base = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash))
                .getAddress();
        int bits = slash < 0 ? base.length * 8 : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > base.length * 8) {
            throw new IllegalArgumentException("not a network: " + text);
        }
        return new Network(base, bits);
    }

    static List<Network> of(List<String> texts) {
        return texts.stream().map(Network::of).toList();
    }

    boolean contains(String literal) {
        byte[] other;
        try {
            other = InetAddress.ofLiteral(literal).getAddress();
        } catch (IllegalArgumentException e) {
            return false; // what is no address lies in no network
        }
        if (other.length != base.length) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i % 8);
            if (((base[i / 8] ^ other[i / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
