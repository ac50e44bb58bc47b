package org.banggiao.publish.catalog;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.banggiao.publish.dump.Changes;
import org.banggiao.publish.dump.ChangesPart;
import org.banggiao.publish.dump.DumpPart;
import org.banggiao.publish.dump.Table;
import org.banggiao.store.KeptRelease;
import org.banggiao.store.ReleaseFile;
import org.banggiao.store.ReleaseInfo;
import org.banggiao.store.Store;
import org.banggiao.store.StoreSource;

/**
 * A release as it is handed out: which of its files anybody may have.
 *
 * @param info what is in it
 * @param made when; empty where it lies in no folder
 * @param files those that may be had, the whole first
 * @param changes what changed since the release before, where that was worked out
 */
public record HandedOut(ReleaseInfo info, Optional<Instant> made, List<Download> files, Optional<Difference> changes) {
    public HandedOut {
        files = List.copyOf(files);
    }

    /** Says what a file is in. */
    public enum Content {
        /** All quads as N-Quads. */
        NQUADS("application/n-quads", "RDF_N_QUADS"),
        /** All quads as TriG. */
        TRIG("application/trig", "RDF_TRIG"),
        /** A table. */
        CSV("text/csv", "CSV");

        private final String mediaType;
        private final String fileType;

        Content(String mediaType, String fileType) {
            this.mediaType = mediaType;
            this.fileType = fileType;
        }

        /** The media type of what is packed. */
        public String mediaType() {
            return mediaType;
        }

        /** The name in the list of file types of the Publications Office of the EU. */
        String fileType() {
            return fileType;
        }
    }

    /**
     * A packed file.
     *
     * @param name in addresses
     * @param content what is packed
     * @param table the table that it is, if one
     * @param file where it is
     */
    public record Download(String name, Content content, Optional<Table> table, ReleaseFile file) {
        /** The name of what is packed. */
        public String unpackedName() {
            return name.substring(0, name.length() - ".gz".length());
        }
    }

    /**
     * What changed.
     *
     * @param summary how much
     * @param list the file with each thing that changed
     */
    public record Difference(Changes.Summary summary, ReleaseFile list) {
        /** The first lines of the list. */
        public List<Changes.Change> first(int most) {
            return Changes.first(list.path(), most);
        }
    }

    /** The id of the release. */
    public String id() {
        return info.id();
    }

    /** A file by its name in addresses. */
    public Optional<Download> file(String name) {
        return files.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /** Those that are kept, the one that is asked first. */
    public static List<HandedOut> all(StoreSource source, Store store) {
        var all = new ArrayList<HandedOut>();
        for (var kept : source.releases()) {
            if (kept.id().equals(store.release().id()) && all.stream().noneMatch(r -> r.id().equals(kept.id()))) {
                all.addFirst(of(kept));
            } else if (all.stream().noneMatch(r -> r.id().equals(kept.id()))) {
                all.add(of(kept));
            }
        }
        if (all.isEmpty() || !all.getFirst().id().equals(store.release().id())) {
            all.addFirst(new HandedOut(store.release(), Optional.empty(), List.of(), Optional.empty()));
        }
        return all;
    }

    static HandedOut of(KeptRelease kept) {
        var files = new ArrayList<Download>();
        kept.file(KeptRelease.DATASET)
                .ifPresent(f -> files.add(new Download(f.name(), Content.NQUADS, Optional.empty(), f)));
        kept.file(DumpPart.FOLDER + "/" + DumpPart.TRIG)
                .ifPresent(f -> files.add(new Download(f.name(), Content.TRIG, Optional.empty(), f)));
        for (var table : Table.all()) {
            kept.file(DumpPart.FOLDER + "/" + table.name() + ".csv.gz")
                    .ifPresent(f -> files.add(new Download(f.name(), Content.CSV, Optional.of(table), f)));
        }
        var folder = Path.of(ChangesPart.FOLDER);
        var list = kept.file(folder.resolve(Changes.LIST).toString().replace('\\', '/'));
        var summary = kept.file(folder.resolve(Changes.SUMMARY).toString().replace('\\', '/'));
        var changes = list.isPresent() && summary.isPresent()
                ? Optional.of(new Difference(Changes.summary(summary.get().path()), list.get()))
                : Optional.<Difference>empty();
        return new HandedOut(kept.info(), Optional.of(kept.made()), files, changes);
    }

    /** The checksums of the files, as {@code sha256sum -c} reads them. */
    public String checksums() {
        var text = new StringBuilder();
        for (var file : files) {
            text.append(file.file().sha256()).append("  ").append(file.name()).append('\n');
        }
        return text.toString();
    }
}
