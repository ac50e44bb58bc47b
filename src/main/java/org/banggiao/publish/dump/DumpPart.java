package org.banggiao.publish.dump;

import java.io.IOException;
import java.nio.file.Path;
import org.banggiao.store.ReleasePart;

/**
 * The files that a release is handed out as, beside the sorted N-Quads that it is made of: TriG and tables. The same release has
 * the same bytes.
 */
public final class DumpPart implements ReleasePart {
    /** The name of the folder in a release. */
    public static final String FOLDER = "dumps";
    /** All quads as TriG, packed. */
    public static final String TRIG = "dataset.trig.gz";

    private final String baseIri;

    /**
     * Makes files.
     *
     * @param baseIri what the addresses of the data start with, to shorten them
     */
    public DumpPart(String baseIri) {
        this.baseIri = baseIri;
    }

    @Override
    public String folder() {
        return FOLDER;
    }

    @Override
    public void write(Path folder, Making release) throws IOException {
        TrigDump.write(folder.resolve(TRIG), baseIri, release.quads());
        CsvDump.write(folder, Table.all(), release.quads());
    }
}
