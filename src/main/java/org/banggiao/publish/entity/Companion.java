package org.banggiao.publish.entity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.banggiao.publish.citation.CitationForm;

/**
 * What goes with a resource and is no description of it: how to cite it, and its typed links. Only who names one of these gets
 * it, never who accepts anything.
 */
public enum Companion {
    BIBTEX("bib", CitationForm.BIBTEX),
    RIS("ris", CitationForm.RIS),
    CSL("csl", CitationForm.CSL),
    /** Typed links as JSON (RFC 9264, section 4.2). */
    LINKSET("linkset", "application/linkset+json"),
    /** Typed links as a header would have them (RFC 9264, section 4.1). */
    LINKS("links", "application/linkset");

    private final String suffix;
    private final String mediaType;
    private final Optional<CitationForm> citation;

    Companion(String suffix, CitationForm citation) {
        this.suffix = suffix;
        this.mediaType = citation.mediaType();
        this.citation = Optional.of(citation);
    }

    Companion(String suffix, String mediaType) {
        this.suffix = suffix;
        this.mediaType = mediaType;
        this.citation = Optional.empty();
    }

    /** What stands after the dot of an address that asks for this. */
    public String suffix() {
        return suffix;
    }

    /** The media type without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** The form of citation that this is; empty for links. */
    public Optional<CitationForm> citation() {
        return citation;
    }

    /** Those that cite. */
    public static List<Companion> citations() {
        return Arrays.stream(values()).filter(c -> c.citation.isPresent()).toList();
    }

    /** The one of a suffix or media type, in any case. */
    static Optional<Companion> named(String name) {
        var wanted = name.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(c -> c.suffix.equals(wanted) || c.mediaType.equals(wanted))
                .findFirst();
    }
}
