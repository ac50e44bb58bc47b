package org.banggiao.publish.keep;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of lines that is only ever added to. A line is on the disk before {@link #add} returns. What a process that died left
 * of a line, after the last line feed, was promised to nobody: it is not read, and cut off before the next line is added.
 *
 * <p>Not for many threads at once.
 */
public final class LineFile implements AutoCloseable {
    private final Path path;
    /** Bytes up to the end of the last whole line. */
    private long size;

    private int rest;
    private @Nullable FileChannel channel;
    private @Nullable FileLock lock;

    /** The file at a path, which need not be there yet. */
    public LineFile(Path path) {
        this.path = path;
    }

    /** Reads the whole lines, without their line feeds. Called once, before anything is added. */
    public List<byte[]> read() throws IOException {
        var lines = new ArrayList<byte[]>();
        if (!Files.exists(path)) {
            return lines;
        }
        var bytes = Files.readAllBytes(path);
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                lines.add(Arrays.copyOfRange(bytes, start, i));
                start = i + 1;
            }
        }
        size = start;
        rest = bytes.length - start;
        return lines;
    }

    /** How many bytes were left of a line that is not whole. */
    public int rest() {
        return rest;
    }

    /** How many bytes the whole lines have. */
    public long size() {
        return size;
    }

    /**
     * Adds a line; when this returns, it is on the disk.
     *
     * @param line ends with its only line feed
     * @throws IOException if the disk refuses, or another process adds to the file; nothing is added then
     */
    public void add(byte[] line) throws IOException {
        if (line.length == 0 || line[line.length - 1] != '\n') {
            throw new IllegalArgumentException("a line ends with a line feed");
        }
        var out = channel();
        var left = ByteBuffer.wrap(line);
        try {
            out.position(size);
            while (left.hasRemaining()) {
                out.write(left);
            }
            out.force(true);
        } catch (IOException e) {
            out.truncate(size);
            throw e;
        }
        size += line.length;
    }

    /**
     * Takes the file for this process; {@link #add} does so where nobody has.
     *
     * @throws IOException if another process has it, or it cannot be written
     */
    public void open() throws IOException {
        channel();
    }

    private FileChannel channel() throws IOException {
        if (channel != null) {
            return channel;
        }
        var folder = path.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        boolean isNew = !Files.exists(path);
        var opened = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            lock = opened.tryLock();
            if (lock == null) {
                throw new IOException("another process writes to " + path);
            }
            if (opened.size() < size) {
                throw new IOException(path + " has become shorter since it was read");
            }
            opened.truncate(size);
            if (isNew) {
                try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
                    names.force(true);
                }
            }
        } catch (OverlappingFileLockException e) {
            opened.close();
            throw new IOException("another service of this process writes to " + path, e);
        } catch (IOException e) {
            opened.close();
            throw e;
        }
        channel = opened;
        return opened;
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
