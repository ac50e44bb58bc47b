package org.banggiao.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads source texts from files and directories. A plain text file is read as it is; from PDF, DOCX and HTML the text is
 * extracted, and is then the source text.
 */
public final class CorpusReader {
    /** Largest file that is read unless told otherwise, in bytes. */
    public static final long DEFAULT_MAX_BYTES = 64L << 20;

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "txt", "text/plain",
            "html", "text/html",
            "htm", "text/html",
            "pdf", "application/pdf",
            "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final long maxBytes;

    /** A reader with the default limit. */
    public CorpusReader() {
        this(DEFAULT_MAX_BYTES);
    }

    /** A reader that refuses files of more than {@code maxBytes} bytes. */
    public CorpusReader(long maxBytes) {
        if (maxBytes < 1 || maxBytes > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("limit not between 1 and 2^31 - 9 bytes: " + maxBytes);
        }
        this.maxBytes = maxBytes;
    }

    /**
     * The texts of files and directories (each with its files, not those of its subdirectories, as far as they are of a type
     * that can be read), sorted by id, with the default limit.
     *
     * @throws CorpusException at the first file that cannot be read, or where two files have one id
     */
    public static List<SourceText> read(Collection<Path> filesAndDirectories) {
        return new CorpusReader().readAll(filesAndDirectories);
    }

    /** As {@link #read}, with the limit of this reader. */
    public List<SourceText> readAll(Collection<Path> filesAndDirectories) {
        var files = new TreeMap<String, Path>();
        for (Path path : filesAndDirectories) {
            for (Path file : Files.isDirectory(path) ? textsIn(path) : List.of(path)) {
                Path other = files.putIfAbsent(idOf(file), file);
                if (other != null && !other.equals(file)) {
                    throw new CorpusException(
                            CorpusIssue.ID_DUPLICATE,
                            file,
                            file + " and " + other + " would both have the id \"" + idOf(file)
                                    + "\": rename one of them.");
                }
            }
        }
        return files.values().stream().map(this::readOne).toList();
    }

    /** The document id of a file: its name without the extension. */
    public static String idOf(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static List<Path> textsIn(Path directory) {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> entries = Files.list(directory)) {
            entries.filter(f -> Files.isRegularFile(f) && MEDIA_TYPES.containsKey(extensionOf(f)))
                    .sorted()
                    .forEach(found::add);
        } catch (IOException | UncheckedIOException e) {
            throw new CorpusException(
                    CorpusIssue.FILE_UNREADABLE, directory, directory + " cannot be listed: " + reason(e) + ".", e);
        }
        if (found.isEmpty()) {
            throw new CorpusException(
                    CorpusIssue.DIRECTORY_WITHOUT_TEXTS,
                    directory,
                    directory + " holds no texts: put .txt (UTF-8), .html, .pdf or .docx files there.");
        }
        return found;
    }

    private SourceText readOne(Path file) {
        if (!Files.exists(file)) {
            throw new CorpusException(CorpusIssue.FILE_MISSING, file, file + " does not exist: check the path.");
        }
        String mediaType = MEDIA_TYPES.get(extensionOf(file));
        if (mediaType == null || !Files.isRegularFile(file)) {
            throw new CorpusException(
                    CorpusIssue.TYPE_UNSUPPORTED,
                    file,
                    file + " is of a type that is not read: give .txt (UTF-8), .html, .pdf or .docx.");
        }
        byte[] bytes = bytesOf(file);
        if (!mediaType.equals("text/plain")) {
            String text = FormattedText.extract(file, bytes, mediaType, (int) maxBytes);
            return new SourceText(
                    idOf(file),
                    text,
                    SourceText.digest(text.getBytes(StandardCharsets.UTF_8)),
                    mediaType,
                    SourceText.digest(bytes));
        }
        return new SourceText(idOf(file), decode(file, bytes), SourceText.digest(bytes), mediaType, null);
    }

    private byte[] bytesOf(Path file) {
        try {
            long size = Files.size(file);
            if (size > maxBytes) {
                throw new CorpusException(
                        CorpusIssue.FILE_TOO_LARGE,
                        file,
                        file + " has " + size + " bytes, more than the limit of " + maxBytes
                                + ": split it, or raise the limit.");
            }
            if (size == 0) {
                throw new CorpusException(CorpusIssue.FILE_EMPTY, file, file + " is empty: give a file with text.");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CorpusException(
                    CorpusIssue.FILE_UNREADABLE, file, file + " cannot be read: " + reason(e) + ".", e);
        }
    }

    /** Strict UTF-8; names the byte where it ends being so. */
    private static String decode(Path file, byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                throw new CorpusException(
                        CorpusIssue.FILE_BINARY,
                        file,
                        file + " is not text (zero byte at byte " + i + "): give UTF-8 text.");
            }
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw new CorpusException(
                    CorpusIssue.NOT_UTF8,
                    file,
                    file + " is not UTF-8 (byte " + in.position() + " is 0x"
                            + String.format(Locale.ROOT, "%02X", bytes[in.position()])
                            + "): convert it to UTF-8, for example with iconv.");
        }
        out.flip();
        String text = out.toString();
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (text.isBlank()) {
            throw new CorpusException(
                    CorpusIssue.FILE_EMPTY, file, file + " holds nothing but white space: give a file with text.");
        }
        return text;
    }

    private static String extensionOf(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String reason(Exception e) {
        String message = e.getMessage();
        return e.getClass().getSimpleName() + (message == null ? "" : " (" + message + ")");
    }
}
