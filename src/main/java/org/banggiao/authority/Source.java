package org.banggiao.authority;

/**
 * A publication that states facts of the authority data.
 *
 * @param key what the tables call it
 * @param title its title, with maker and version as far as it has them
 * @param address where it was read
 */
public record Source(String key, String title, String address) {
    public Source {
        if (!key.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("not a source key: '" + key + "'");
        }
    }
}
