package org.banggiao.publish.entity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.banggiao.store.PackedInput;
import org.banggiao.store.PackedOutput;
import org.banggiao.store.ReleasePart;
import org.banggiao.store.Store;

/** Makes the catalogue of a release, so that a service which opens it needs no scan of it. The same release gives the same bytes. */
public final class CataloguePart implements ReleasePart {
    private static final String FOLDER = "catalogue-1";
    private static final String FILE = "listed";

    @Override
    public String folder() {
        return FOLDER;
    }

    @Override
    public void write(Path folder, Making release) throws IOException {
        write(folder.resolve(FILE), Catalogue.read(release.store()).all());
    }

    static void write(Path file, Collection<Listed> all) throws IOException {
        try (var out = new PackedOutput(file)) {
            out.number(all.size());
            for (var listed : all) {
                listed.write(out);
            }
        }
    }

    /** What a store's release keeps; empty where it was made without. */
    static Optional<List<Listed>> kept(Store store) {
        return store.part(FOLDER)
                .map(folder -> folder.resolve(FILE))
                .filter(Files::isRegularFile)
                .map(file -> read(file));
    }

    static List<Listed> read(Path file) {
        var all = new ArrayList<Listed>();
        try (var in = new PackedInput(file)) {
            for (int count = in.number(); count > 0; count--) {
                all.add(Listed.read(in));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return all;
    }
}
