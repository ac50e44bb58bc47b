package org.banggiao.publish.federation;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.http.conn.DnsResolver;

/**
 * Looks up the addresses of a member when it is called, and gives only those that may be. What is checked here is what is
 * connected to: a name that leads elsewhere the next time is checked again.
 */
final class MemberAddresses implements DnsResolver {
    private final DnsResolver names;
    private final boolean local;

    /**
     * Resolves by another one.
     *
     * @param local whether addresses of the own network are allowed
     */
    MemberAddresses(DnsResolver names, boolean local) {
        this.names = names;
        this.local = local;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var all = names.resolve(host);
        if (!local && !Arrays.stream(all).allMatch(MemberAddresses::isPublic)) {
            throw new UnknownHostException("it leads into the own network, which its configuration does not allow");
        }
        return all;
    }

    /**
     * Whether an address is one of the public internet: none of those that the IANA keeps for special purposes (RFC 6890 and its
     * registries), also where it is wrapped into one of IPv6.
     */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] b = address.getAddress();
        return b.length == 4 ? isPublic4(b[0] & 0xff, b[1] & 0xff, b[2] & 0xff) : isPublic6(b);
    }

    private static boolean isPublic4(int a, int b, int c) {
        boolean isShared = a == 100 && b >= 64 && b < 128;
        boolean isOfProtocols = a == 192 && b == 0 && (c == 0 || c == 2) || a == 192 && b == 88 && c == 99;
        boolean isOfTests = a == 198 && (b == 18 || b == 19 || b == 51 && c == 100) || a == 203 && b == 0 && c == 113;
        return a != 0 && a < 224 && !isShared && !isOfProtocols && !isOfTests;
    }

    /** Global unicast is 2000::/3; of that, what wraps addresses of IPv4 (Teredo, 6to4) or is for documents is left out. */
    private static boolean isPublic6(byte[] b) {
        int first = (b[0] & 0xff) << 8 | b[1] & 0xff;
        int second = (b[2] & 0xff) << 8 | b[3] & 0xff;
        boolean isGlobal = (first & 0xe000) == 0x2000;
        boolean isSpecial = first == 0x2001 && (second < 0x200 || second == 0xdb8) || first == 0x2002;
        return isGlobal && !isSpecial && first != 0x3fff;
    }
}
