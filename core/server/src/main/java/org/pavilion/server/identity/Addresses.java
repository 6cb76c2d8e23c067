package org.pavilion.server.identity;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** IP addresses as the limits see them: the network behind one, and the ranges of the venue. */
final class Addresses {
    private static final int V4_NETWORK_BYTES = 3;
    private static final int V6_NETWORK_BYTES = 8;

    private final List<Range> onSite;

    Addresses(List<String> onSiteRanges) {
        onSite = onSiteRanges.stream().map(Range::of).toList();
    }

    boolean onSite(String address) {
        return parse(address)
                .filter(parsed -> onSite.stream().anyMatch(range -> range.contains(parsed)))
                .isPresent();
    }

    static boolean isLoopback(String address) {
        return parse(address).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    /** Whether a {@code Host} header names the machine itself. */
    static boolean isLoopbackHost(String host) {
        int colon = host.startsWith("[") ? host.indexOf(']') + 1 : host.lastIndexOf(':');
        var name = colon > 0 ? host.substring(0, colon) : host;
        return name.equalsIgnoreCase("localhost")
                || isLoopback(name.replace("[", "").replace("]", ""));
    }

    /** The /24 or /64 an address belongs to; what is no address counts as one network. */
    static String network(String address) {
        return parse(address)
                .map(parsed -> HexFormat.of()
                        .formatHex(Arrays.copyOf(
                                parsed.getAddress(),
                                parsed instanceof Inet4Address ? V4_NETWORK_BYTES : V6_NETWORK_BYTES)))
                .orElse("unknown");
    }

    private static Optional<InetAddress> parse(String address) {
        try {
            return Optional.of(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private record Range(InetAddress base, int bits) {
        static Range of(String cidr) {
            int slash = cidr.indexOf('/');
            var address = InetAddress.ofLiteral(slash < 0 ? cidr : cidr.substring(0, slash));
            int size = address.getAddress().length * 8;
            int bits = slash < 0 ? size : Integer.parseInt(cidr.substring(slash + 1));
            if (bits < 0 || bits > size) {
                throw new IllegalArgumentException("not a network range: " + cidr);
            }
            return new Range(address, bits);
        }

        boolean contains(InetAddress candidate) {
            var mine = base.getAddress();
            var other = candidate.getAddress();
            if (other.length != mine.length) {
                return false;
            }
            for (int i = 0; i < bits; i++) {
                int mask = 0x80 >> (i % 8);
                if ((mine[i / 8] & mask) != (other[i / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
