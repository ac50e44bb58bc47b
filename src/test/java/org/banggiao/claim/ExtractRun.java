package org.banggiao.claim;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.banggiao.authority.Authority;
import org.banggiao.corpus.CorpusReader;
import org.banggiao.text.DocumentReader;

/** Writes the records of a folder of texts, for measuring by hand. Arguments: folder of texts, file of records. */
final class ExtractRun {
    private ExtractRun() {}

    public static void main(String[] args) throws Exception {
        var authority = Authority.load(Path.of("data/authority"));
        var extractor = new Extractor(authority);
        var claims = new ArrayList<Claim>();
        for (var source : CorpusReader.read(List.of(Path.of(args[0])))) {
            claims.addAll(extractor.extract(new DocumentReader().read(source)).claims());
        }
        Files.writeString(Path.of(args[1]), new RecordWriter(new Labels(authority)).write(Merger.merge(claims)));
    }
}
