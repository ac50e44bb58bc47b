package org.banggiao.publish.settings;

import java.net.URI;
import java.net.URISyntaxException;

/** Which addresses settings may name. */
final class Addresses {
    private Addresses() {}

    /** Whether it is the address of something on the web, in ASCII, that a link may lead to. */
    static boolean isWeb(String address) {
        try {
            var uri = new URI(address);
            return uri.getHost() != null
                    && address.chars().allMatch(c -> c < 0x7f)
                    && (address.startsWith("https://") || address.startsWith("http://"));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
