package org.banggiao.publish.dump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.entity.Subgraph;
import org.banggiao.store.ReleasePart;

/** All quads as TriG: what all graphs say of a subject together, in the order of the subjects' addresses. */
final class TrigDump {
    private static final Comparator<Quad> ORDER = Comparator.comparing(Quad::getGraph, Subgraph.ORDER)
            .thenComparing(Quad::getPredicate, Subgraph.ORDER)
            .thenComparing(Quad::getObject, Subgraph.ORDER);

    private TrigDump() {}

    static void write(Path file, String baseIri, ReleasePart.Quads quads) throws IOException {
        try (var out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
            var writer = StreamRDFWriter.getWriterStream(out, RDFFormat.TRIG_BLOCKS);
            writer.start();
            Prefixes.of(baseIri).namespaces().forEach(writer::prefix);
            var group = new ArrayList<Quad>();
            quads.forEach(quad -> {
                if (!group.isEmpty() && !group.getFirst().getSubject().equals(quad.getSubject())) {
                    send(group, writer);
                    group.clear();
                }
                group.add(quad);
            });
            send(group, writer);
            writer.finish();
        }
    }

    private static void send(List<Quad> group, StreamRDF writer) {
        group.stream().sorted(ORDER).forEach(writer::quad);
    }
}
