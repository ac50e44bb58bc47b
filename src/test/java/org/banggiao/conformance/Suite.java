package org.banggiao.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * The files of a test suite.
 *
 * @param root the folder that holds them, possibly inside a jar
 * @param baseIri what their addresses start with, ending in a slash
 */
record Suite(Path root, String baseIri) {
    /** A folder inside the jar that a resource of the class path lies in. */
    static Suite ofClassPath(String folder, String resource, String baseIri) {
        try {
            var uri = Suite.class.getResource("/" + folder + "/" + resource).toURI();
            if (!uri.getScheme().equals("jar")) {
                throw new IllegalStateException("the suite is not in a jar: " + uri);
            }
            var jar = Path.of(URI.create(uri.getSchemeSpecificPart().replaceFirst("!.*", "")));
            return new Suite(FileSystems.newFileSystem(jar).getPath(folder), baseIri);
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    String iri(String file) {
        return baseIri + file;
    }

    String text(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    /** The content of the file with an address under the base. */
    String textOf(String iri) {
        return text(file(iri));
    }

    /** The name of the file with an address under the base. */
    String file(String iri) {
        if (!iri.startsWith(baseIri)) {
            throw new IllegalArgumentException("not in the suite: " + iri);
        }
        return iri.substring(baseIri.length());
    }

    private byte[] bytes(String file) {
        try {
            return Files.readAllBytes(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The SHA-256 over the names and contents of all files, in the order of the names. */
    String sha256() {
        try (Stream<Path> paths = Files.walk(root)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var names = paths.filter(Files::isRegularFile)
                    .map(p -> root.relativize(p).toString())
                    .sorted()
                    .toList();
            for (var name : names) {
                digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(MessageDigest.getInstance("SHA-256").digest(bytes(name)));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
