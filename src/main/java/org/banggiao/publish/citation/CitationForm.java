package org.banggiao.publish.citation;

import java.util.List;
import java.util.Optional;

/** The forms of citations. */
public enum CitationForm {
    BIBTEX("bibtex", "BibTeX", "application/x-bibtex"),
    RIS("ris", "RIS", "application/x-research-info-systems"),
    CSL("csl", "CSL-JSON", "application/vnd.citationstyles.csl+json"),
    CFF("cff", "CFF", "application/yaml");

    private final String code;
    private final String title;
    private final String mediaType;

    CitationForm(String code, String title, String mediaType) {
        this.code = code;
        this.title = title;
        this.mediaType = mediaType;
    }

    /** The name in addresses. */
    public String code() {
        return code;
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    /** The media type without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** The form of a name in addresses. */
    public static Optional<CitationForm> named(String name) {
        return List.of(values()).stream().filter(f -> f.code.equals(name)).findFirst();
    }
}
