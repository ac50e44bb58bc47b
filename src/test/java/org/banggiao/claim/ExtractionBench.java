package org.banggiao.claim;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.banggiao.authority.Authority;
import org.banggiao.corpus.SourceText;
import org.banggiao.mention.MentionReader;
import org.banggiao.mention.Reading;
import org.banggiao.text.Document;
import org.banggiao.text.DocumentReader;
import org.banggiao.text.Kind;

/**
 * Measures how long extraction takes of texts of several sizes, by stage: {@code text} (to sentences), {@code mention} (what
 * they say) and {@code claim} (what is claimed); merging apart. The texts are those of a folder, one behind the other, again
 * and again up to the size. Times are of the processor, of one thread, after as much text as takes the compiler to be done;
 * what the collector and the compiler do beside it is not in them.
 *
 * <p>{@code src/docs/performance.md} has the command, and what was measured.
 */
public final class ExtractionBench {
    private static final int MEGABYTE = 1_000_000;
    private static final int WARM_UP = 6 * MEGABYTE;

    private ExtractionBench() {}

    /** The arguments are a folder of texts, and sizes in megabytes of UTF-8. */
    public static void main(String[] args) throws IOException {
        String corpus = corpus(Path.of(args[0]));
        List<String> sizes = List.of(args).subList(1, args.length);
        // Sentences are read side by side in the pool of the thread that asks for it: here in that thread alone.
        try (ForkJoinPool one = new ForkJoinPool(1)) {
            one.submit(() -> measure(corpus, sizes)).join();
        }
    }

    private static void measure(String corpus, List<String> sizes) {
        Authority authority = Authority.load(Path.of("data", "authority"));
        Extractor extractor = new Extractor(authority);
        MentionReader reader = new MentionReader(authority);
        for (int done = 0; done < WARM_UP; done += MEGABYTE) {
            measure(repeated(corpus, MEGABYTE), extractor, reader);
        }
        System.out.println("     MB     text  mention    claim   MB/s |   merging claims  things");
        for (String size : sizes) {
            System.out.println(
                    measure(repeated(corpus, (int) (Double.parseDouble(size) * MEGABYTE)), extractor, reader));
        }
    }

    private static String measure(String text, Extractor extractor, MentionReader reader) {
        double megabytes = text.getBytes(StandardCharsets.UTF_8).length / (double) MEGABYTE;
        SourceText source = SourceText.of("bench", text);
        var read = timed(() -> new DocumentReader().read(source));
        Document document = read.value();
        // Not kept, as extraction keeps them no longer than it has to.
        var mention = timed(() -> document.sentences().stream()
                .filter(s -> s.kind() != Kind.OTHER_LANGUAGE)
                .map(reader::read)
                .mapToInt(Reading::size)
                .sum());
        var extracted = timed(() -> extractor.extract(document));
        List<Claim> claims = extracted.value().claims();
        var merged = timed(() -> Merger.merge(claims));
        double claim = Math.max(0, extracted.seconds() - mention.seconds());
        return String.format(
                Locale.ROOT,
                "%7.1f %6.2f s %6.2f s %6.2f s %6.2f | %7.2f s %6d %7d",
                megabytes,
                read.seconds(),
                mention.seconds(),
                claim,
                megabytes / (read.seconds() + extracted.seconds()),
                merged.seconds(),
                claims.size(),
                merged.value().size());
    }

    private record Timed<T>(T value, double seconds) {}

    private static <T> Timed<T> timed(Supplier<T> work) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        T value = work.get();
        return new Timed<>(value, (threads.getCurrentThreadCpuTime() - start) / 1e9);
    }

    private static String corpus(Path folder) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
                texts.add(Files.readString(file));
            }
        }
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("no *.txt in " + folder);
        }
        return String.join("\n\n", texts);
    }

    /** A text of at least so many bytes of UTF-8, made of whole corpora but for the last. */
    private static String repeated(String corpus, int bytes) {
        int length = corpus.getBytes(StandardCharsets.UTF_8).length;
        var text = new StringBuilder();
        for (int left = bytes; left > 0; left -= length) {
            int chars = left >= length ? corpus.length() : (int) (corpus.length() * (long) left / length);
            text.append(corpus, 0, chars).append("\n\n");
        }
        return text.toString();
    }
}
