package org.banggiao.store;

import java.nio.file.Path;

/**
 * One file of a release.
 *
 * @param path where it is
 * @param bytes its size
 * @param sha256 its SHA-256, 64 hexadecimal digits, as the manifest has it
 */
public record ReleaseFile(Path path, long bytes, String sha256) {
    /** The last part of the path. */
    public String name() {
        return path.getFileName().toString();
    }
}
