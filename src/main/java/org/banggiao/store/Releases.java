package org.banggiao.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Location;

/**
 * A folder of releases, exactly one of which is current: the one whose name is in the file {@value #CURRENT}.
 *
 * <p>A release is made in a folder beside the others whose name starts with a dot, brought to the disk, then renamed, then
 * named in {@code current}, which is replaced as a whole. Whenever a process dies, {@code current} names a complete release:
 * the old or the new one; what it left unfinished is removed by the next one that makes a release.
 */
public final class Releases {
    private static final String CURRENT = "current";
    private static final String UNFINISHED = ".making-";
    private static final String LOCK = ".lock";

    private final Path root;

    private Releases(Path root) {
        this.root = root;
    }

    /** The releases in a folder, which need not be there yet. */
    public static Releases in(Path root) {
        return new Releases(root);
    }

    /** Fills a release; it may keep files of its own in the folder that it is given. */
    @FunctionalInterface
    public interface Recipe {
        ReleaseContent content(Path scratch) throws IOException;
    }

    /**
     * Makes a release and makes it the current one. Where a release of the same content is there already, that one becomes
     * current.
     *
     * @return what is in it
     * @throws FaultException if another process makes one here, there is nothing to publish, or the disk refuses; the current
     *     release stays as it was
     */
    public ReleaseInfo make(Recipe recipe) {
        try {
            Files.createDirectories(root);
            try (var channel =
                            FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.tryLock()) {
                if (lock == null) {
                    throw busy();
                }
                removeUnfinished();
                return makeLocked(recipe);
            }
        } catch (OverlappingFileLockException e) {
            throw busy();
        } catch (IOException e) {
            throw new FaultException(
                    StoreIssue.RELEASE_UNWRITABLE,
                    Location.of(root.toString()),
                    "The release could not be written to " + root + " (" + e
                            + "). The current release is as it was; look at the disk and its permissions.",
                    e);
        }
    }

    private ReleaseInfo makeLocked(Recipe recipe) throws IOException {
        var work = Files.createTempDirectory(root, UNFINISHED);
        try {
            var scratch = Files.createDirectory(work.resolve("scratch"));
            var release = Files.createDirectory(work.resolve("release"));
            var content = recipe.content(scratch);
            var info = new ReleaseMaker(release).make(content, before()).info();
            String name = place(release, info.id(), content.parts());
            point(name);
            return info;
        } finally {
            ReleaseFolder.delete(work);
        }
    }

    /** What is current before a new release is, where that can be read. */
    private Optional<KeptRelease> before() {
        try {
            return KeptRelease.in(current());
        } catch (FaultException none) {
            return Optional.empty();
        }
    }

    /**
     * The releases here, the current one first, then the others, the one made last first; what is no release of this program is
     * left out. None is opened.
     */
    public List<KeptRelease> all() {
        return folders().stream()
                .flatMap(folder -> KeptRelease.in(folder).stream())
                .toList();
    }

    /** The folders of the releases here, the current one first, then the others, the one made last first. */
    List<Path> folders() {
        return Stream.concat(Stream.of(current()), older().stream()).toList();
    }

    /** Moves a finished release to its name, or finds the same one there already. */
    private String place(Path release, String id, List<ReleasePart> parts) throws IOException {
        for (int copy = 1; ; copy++) {
            String name = copy == 1 ? id : id + "-" + copy;
            var target = root.resolve(name);
            if (!Files.exists(target)) {
                Files.move(release, target, StandardCopyOption.ATOMIC_MOVE);
                Checksums.force(root);
                return name;
            }
            if (isSound(target) && parts.stream().allMatch(part -> Files.isDirectory(target.resolve(part.folder())))) {
                return name;
            }
        }
    }

    private static boolean isSound(Path folder) {
        try {
            ReleaseFolder.verified(folder);
            return true;
        } catch (FaultException damaged) {
            return false;
        }
    }

    private void point(String name) throws IOException {
        var file = Files.createTempFile(root, UNFINISHED, ".current");
        Files.writeString(file, name + "\n");
        Checksums.force(file);
        Files.move(file, root.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
        Checksums.force(root);
    }

    private void removeUnfinished() throws IOException {
        List<Path> left;
        try (Stream<Path> paths = Files.list(root)) {
            left = paths.filter(p -> p.getFileName().toString().startsWith(UNFINISHED))
                    .toList();
        }
        for (Path path : left) {
            if (Files.isDirectory(path)) {
                ReleaseFolder.delete(path);
            } else {
                Files.delete(path);
            }
        }
    }

    private FaultException busy() {
        return new FaultException(
                StoreIssue.RELEASE_BUSY,
                Location.of(root.toString()),
                "Another process is making a release in " + root + ". Wait until it has ended.");
    }

    /**
     * The folder of the current release; or this folder, where it is a release itself.
     *
     * @throws FaultException if there is none
     */
    public Path current() {
        if (Files.isRegularFile(root.resolve(Manifest.FILE))) {
            return root;
        }
        var pointer = root.resolve(CURRENT);
        try {
            if (Files.isRegularFile(pointer)) {
                String name = Files.readString(pointer).strip();
                if (isName(name)) {
                    return root.resolve(name);
                }
                throw new FaultException(
                        StoreIssue.RELEASE_DAMAGED,
                        Location.of(pointer.toString()),
                        pointer + " does not name a release. Make a release again, or write the name of one into it.");
            }
        } catch (IOException e) {
            throw new FaultException(
                    StoreIssue.RELEASE_MISSING, Location.of(pointer.toString()), pointer + " cannot be read.", e);
        }
        throw new FaultException(
                StoreIssue.RELEASE_MISSING,
                Location.of(root.toString()),
                "There is no release in " + root + ". Make one with the command build or load.");
    }

    /**
     * The folders of the releases here that are not current, the one made last first. When one was made is when its manifest
     * was written: a copy of the folder has to keep the times of its files.
     */
    List<Path> older() {
        var now = current();
        if (now.equals(root)) {
            return List.of();
        }
        record Made(Path folder, FileTime time) {}
        try (Stream<Path> paths = Files.list(root)) {
            var made = new ArrayList<Made>();
            for (Path folder : paths.toList()) {
                var manifest = folder.resolve(Manifest.FILE);
                if (isName(folder.getFileName().toString()) && !folder.equals(now) && Files.isRegularFile(manifest)) {
                    made.add(new Made(folder, Files.getLastModifiedTime(manifest)));
                }
            }
            return made.stream()
                    .sorted(Comparator.comparing(Made::time).reversed().thenComparing(Made::folder))
                    .map(Made::folder)
                    .toList();
        } catch (IOException e) {
            throw new FaultException(
                    StoreIssue.RELEASE_MISSING, Location.of(root.toString()), root + " cannot be listed.", e);
        }
    }

    private static boolean isName(String name) {
        return name.matches("[0-9a-f]{16}(-[0-9]+)?");
    }

    /**
     * Opens the current release after comparing every file of it with its manifest.
     *
     * @throws FaultException if there is none, or it is damaged or of another version
     */
    public Store open() {
        return ReleaseFolder.open(current());
    }
}
