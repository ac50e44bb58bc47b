package org.banggiao.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a release is made from: the SHA-256 of each file by a name that holds no path of this machine, and of the program.
 * Equal inputs make an equal release.
 */
final class Inputs {
    private final SortedMap<String, String> digests = new TreeMap<>();

    /** Adds the program itself: its classes and resources. */
    Inputs program() {
        digests.put("program", Digests.ofProgram(name -> true));
        return this;
    }

    /** Adds a file, or all files of a folder and of those below it; what is not there is no input. */
    Inputs add(String name, Path fileOrFolder) {
        if (Files.isDirectory(fileOrFolder)) {
            Digests.ofFolder(fileOrFolder).forEach((file, digest) -> digests.put(name + "/" + file, digest));
        } else if (Files.isRegularFile(fileOrFolder)) {
            digests.put(name, Digests.ofFile(fileOrFolder));
        }
        return this;
    }

    /** Adds several under one name, each with its own file name. */
    Inputs addAll(String name, Collection<Path> filesAndFolders) {
        filesAndFolders.forEach(
                path -> add(name + "/" + path.toAbsolutePath().normalize().getFileName(), path));
        return this;
    }

    /** The digests so far, 64 lower-case hexadecimal digits each, by name. */
    SortedMap<String, String> digests() {
        return new TreeMap<>(digests);
    }
}
