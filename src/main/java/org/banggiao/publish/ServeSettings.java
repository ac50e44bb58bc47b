package org.banggiao.publish;

/**
 * Where the service listens.
 *
 * @param address the address to listen on, a name or number; {@value #LOOPBACK} reaches this machine only
 * @param port 1 to 65535, or 0 for any free one
 */
public record ServeSettings(String address, int port) {
    /** Reaches this machine only. */
    public static final String LOOPBACK = "127.0.0.1";

    public ServeSettings {
        if (address.isBlank()) {
            throw new IllegalArgumentException("an address is needed, such as " + LOOPBACK);
        }
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("a port lies between 1 and 65535 (0: any free one): " + port);
        }
    }

    /** On this machine only. */
    public static ServeSettings onPort(int port) {
        return new ServeSettings(LOOPBACK, port);
    }
}
