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
import java.util.Collection;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What a release is made from: the SHA-256 of each file by its name, and of the program; equal inputs make an equal release. */
final class Inputs {
    private static final String PROGRAM = "program";

    private final SortedMap<String, String> digests = new TreeMap<>();

    /** Adds the program itself: its classes and resources. */
    Inputs program() {
        digests.put(PROGRAM, programDigest(Home.program()));
        return this;
    }

    /** Adds a file, or all files of a folder and those below it, under a name that holds no path of this machine. */
    Inputs add(String name, Path fileOrFolder) {
        if (Files.isDirectory(fileOrFolder)) {
            try (Stream<Path> files = Files.walk(fileOrFolder)) {
                files.filter(Files::isRegularFile)
                        .forEach(file -> digests.put(
                                name + "/"
                                        + fileOrFolder
                                                .relativize(file)
                                                .toString()
                                                .replace('\\', '/'),
                                sha256(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        } else if (Files.isRegularFile(fileOrFolder)) {
            digests.put(name, sha256(fileOrFolder));
        }
        return this;
    }

    /** Adds several under one name, each with its own file name. */
    Inputs addAll(String name, Collection<Path> filesAndFolders) {
        filesAndFolders.forEach(
                path -> add(name + "/" + path.toAbsolutePath().normalize().getFileName(), path));
        return this;
    }

    /** The digests so far: 64 lower-case hexadecimal digits by name. */
    SortedMap<String, String> digests() {
        return new TreeMap<>(digests);
    }

    /** Of a jar the names and checksums of what Banggiao itself put there; of a folder its files. */
    private static String programDigest(Path program) {
        MessageDigest digest = sha256();
        try {
            if (Files.isRegularFile(program)) {
                try (ZipFile jar = new ZipFile(program.toFile())) {
                    jar.stream()
                            .filter(entry -> !entry.isDirectory())
                            .map(entry -> entry.getName() + " " + checksum(entry))
                            .sorted()
                            .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
                }
            } else {
                SortedMap<String, String> files = new Inputs().add("", program).digests();
                digest.update(files.toString().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String checksum(ZipEntry entry) {
        return Long.toHexString(entry.getCrc()) + " " + entry.getSize();
    }

    private static String sha256(Path file) {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
