package org.banggiao.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** SHA-256 of files, as 64 lower-case hexadecimal digits. */
final class Digests {
    /** Where a jar of jars keeps what a folder of classes, or a jar without others in it, has at its root. */
    private static final String PACKED_CLASSES = "BOOT-INF/classes/";

    /** What only jars have. */
    private static final String MANIFEST = "META-INF/";

    private Digests() {}

    /** Of a file's bytes. */
    static String ofFile(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of every file of a folder and of those below it, by its path in the folder, with slashes. */
    static SortedMap<String, String> ofFolder(Path folder) {
        SortedMap<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(file ->
                            digests.put(folder.relativize(file).toString().replace('\\', '/'), ofFile(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digests;
    }

    /** Of those classes and resources of the program whose names fit; the same whether it runs from a folder, a jar or
     * a jar of jars. */
    static String ofProgram(Predicate<String> name) {
        Path program = Home.program();
        SortedMap<String, String> digests = Files.isDirectory(program) ? ofFolder(program) : ofJar(program);
        digests.keySet().removeIf(name.negate());
        return of(digests);
    }

    /** Of names and digests together. */
    static String of(SortedMap<String, String> digests) {
        MessageDigest sha256 = sha256();
        digests.forEach(
                (name, digest) -> sha256.update((name + '\n' + digest + '\n').getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static SortedMap<String, String> ofJar(Path file) {
        SortedMap<String, String> digests = new TreeMap<>();
        try (ZipFile jar = new ZipFile(file.toFile())) {
            String root = jar.getEntry(PACKED_CLASSES) == null ? "" : PACKED_CLASSES;
            List<? extends ZipEntry> entries = jar.stream()
                    .filter(entry -> !entry.isDirectory()
                            && entry.getName().startsWith(root)
                            && !entry.getName().startsWith(MANIFEST))
                    .toList();
            for (ZipEntry entry : entries) {
                try (InputStream in = jar.getInputStream(entry)) {
                    digests.put(entry.getName().substring(root.length()), of(in));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digests;
    }

    private static String of(InputStream in) throws IOException {
        MessageDigest digest = sha256();
        new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
