package org.banggiao.app;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The texts that a command reads: an argument that several commands share. */
final class CorpusArgument {
    @Parameters(
            paramLabel = "CORPUS",
            arity = "1..*",
            description = "Texts, or folders with texts: .txt in UTF-8, .html, .pdf, .docx. The name of a file without"
                    + " its ending is the document's id.")
    private List<Path> paths = List.of();

    /** Files and folders, in the order given. */
    List<Path> paths() {
        return paths;
    }
}
