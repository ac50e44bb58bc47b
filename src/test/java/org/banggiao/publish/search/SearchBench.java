package org.banggiao.publish.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.banggiao.graph.DatasetFile;
import org.banggiao.graph.Vocabulary;
import org.banggiao.store.ReleasePart;
import org.banggiao.text.Folding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How quick suggestions are with eight clients, how large the index is and how long it takes to make, over the released data and
 * over made-up Vietnamese names; {@code mvn -q -Pquick test -Dtest=SearchBench} prints it. The number of made-up names is
 * {@code -Dbanggiao.bench.names} (1,000,000).
 */
class SearchBench {
    private static final int CLIENTS = 8;
    private static final int EACH = 500;
    private static final int SEED = 20;

    private static final List<String> FAMILIES = List.of("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi");
    private static final List<String> SYLLABLES = List.of(
            ("an anh ánh ân ba bảo bích bình cao châu chí chung công cúc cường danh diễm diệp dũng dương đào đại đạt đình đông"
                            + " đức gia giang giáp hà hải hạnh hào hiền hiếu hoa hòa hoài hồng huệ hùng hương huy khải khánh khoa"
                            + " kiên kỳ lan lâm liên linh loan long lợi lý mai mạnh minh mỹ nam nga ngân nghĩa ngọc nhân nhung oanh"
                            + " phong phú phúc phương quang quân quốc quý sơn sương tài tâm tân thái thanh thành thảo thắng thiện"
                            + " thịnh thọ thu thủy tiến toàn trang trí trọng trung tú tuấn tùng tuyết uyên vân việt vinh xuân yến")
                    .split(" "));

    @TempDir
    private Path folder;

    @Test
    void releasedDataAndMadeUpNames() throws Exception {
        var quads = new ArrayList<Quad>();
        DatasetFile.read(Path.of("data/graph/dataset.nq")).find().forEachRemaining(quads::add);
        quads.sort(Comparator.comparing(quad -> quad.getSubject().toString()));
        measure("released data", quads::forEach);
        int names = Integer.getInteger("banggiao.bench.names", 1_000_000);
        measure("made-up names", action -> madeUp(names, action));
    }

    private void measure(String title, ReleasePart.Quads quads) throws Exception {
        var place = Files.createDirectory(folder.resolve(title.replace(' ', '-')));
        long start = System.nanoTime();
        SearchPart.write(place, quads, new TreeMap<>());
        double seconds = (System.nanoTime() - start) / 1e9;
        try (var index = SearchIndex.open(place)) {
            var typed = typed(quads);
            ask(index, typed, 1);
            long[] times = ask(index, typed, 2);
            System.out.printf(
                    "%s: %,d names, index %.1f MB in %.1f s; suggest at %d clients: p50 %.2f ms, p99 %.2f ms, most %.2f ms%n",
                    title,
                    index.names(),
                    size(place) / 1e6,
                    seconds,
                    CLIENTS,
                    times[times.length / 2] / 1e6,
                    times[times.length * 99 / 100] / 1e6,
                    times[times.length - 1] / 1e6);
        }
    }

    private static long size(Path folder) throws IOException {
        long bytes = 0;
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    /** What people type who look for names: some letters of them, with tones or without. */
    private static List<String> typed(ReleasePart.Quads quads) throws IOException {
        var random = new Random(SEED);
        var names = new ArrayList<String>();
        quads.forEach(quad -> {
            if (quad.getPredicate().equals(RDFS.label.asNode()) && random.nextInt(100) == 0) {
                names.add(quad.getObject().getLiteralLexicalForm());
            }
        });
        return names.stream()
                .map(name -> {
                    int length = 1 + random.nextInt(Math.min(name.length(), 24));
                    var start = name.substring(0, length);
                    return random.nextBoolean() ? start : Folding.bare(start);
                })
                .toList();
    }

    private static long[] ask(SearchIndex index, List<String> typed, int seed) throws Exception {
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var tasks = new ArrayList<Callable<long[]>>();
            for (int client = 0; client < CLIENTS; client++) {
                var random = new Random(SEED * (long) seed + client);
                tasks.add(() -> {
                    long[] times = new long[EACH];
                    for (int i = 0; i < EACH; i++) {
                        var text = typed.get(random.nextInt(typed.size()));
                        long start = System.nanoTime();
                        assertThat(index.suggest(text, Optional.empty(), 8)).hasSizeLessThanOrEqualTo(8);
                        times[i] = System.nanoTime() - start;
                    }
                    return times;
                });
            }
            var all = new ArrayList<long[]>();
            for (var done : clients.invokeAll(tasks)) {
                all.add(done.get());
            }
            return all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        }
    }

    private static void madeUp(int names, Consumer<Quad> action) {
        var random = new Random(SEED);
        var graph = NodeFactory.createURI("https://example.org/graph");
        for (int i = 0; i < names; i++) {
            var subject = NodeFactory.createURI("https://example.org/person/" + i);
            var name = new StringBuilder(FAMILIES.get(Math.min(random.nextInt(8), random.nextInt(8))));
            for (int n = 2 + random.nextInt(2); n > 0; n--) {
                var syllable = SYLLABLES.get(random.nextInt(SYLLABLES.size()));
                name.append(' ')
                        .appendCodePoint(Character.toUpperCase(syllable.codePointAt(0)))
                        .append(syllable.substring(1));
            }
            action.accept(new Quad(graph, subject, RDF.type.asNode(), Vocabulary.PERSON));
            action.accept(new Quad(
                    graph, subject, RDFS.label.asNode(), NodeFactory.createLiteralLang(name.toString(), "vi")));
        }
    }
}
