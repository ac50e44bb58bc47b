package org.banggiao.claim;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.banggiao.authority.Authority;
import org.banggiao.corpus.CorpusReader;
import org.banggiao.mention.ResourceText;
import org.banggiao.mention.RuleSet;
import org.banggiao.text.DocumentReader;

/**
 * The program with another file of rules, as a later version would have it: classes and resources of its own, so that only
 * frozen claims pass from one to the other.
 */
public final class OtherProgram {
    private static final String RULES = "rules/acts.rules";

    private final Path folder;

    /**
     * A program whose rules of acts are changed.
     *
     * @param folder that gets its rules
     * @param change of the text of {@code acts.rules}
     */
    public OtherProgram(Path folder, UnaryOperator<String> change) throws IOException {
        this.folder = folder;
        var changed = change.apply(ResourceText.text(RuleSet.class, RULES));
        var beside = folder.resolve("org/banggiao/mention").resolve(RULES);
        Files.createDirectories(beside.getParent());
        Files.writeString(beside, changed);
    }

    /** Rules without the one of a name. */
    public static String without(String rules, String name) {
        return rules.replaceFirst("(?s)rule " + name + "\\n.*?(?=rule )", "");
    }

    /** The claims that it reads from files, in their order. */
    public List<Claim> read(Path... files) throws IOException {
        var path = new URL[] {folder.toUri().toURL(), folderOf(Program.class), folderOf(Extractor.class)};
        try (var loader = new Apart(path)) {
            var program = loader.loadClass(Program.class.getName());
            var names = Stream.of(files).map(Path::toString).toArray(String[]::new);
            var lines = (String) program.getMethod("claims", String[].class).invoke(null, (Object) names);
            return lines.lines().map(ClaimFile::parse).toList();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static URL folderOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    /** Has classes and files of Banggiao of its own, the first on its path, and shares all others. */
    private static final class Apart extends URLClassLoader {
        Apart(URL[] path) {
            super(path, Apart.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("org.banggiao.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                var loaded = findLoadedClass(name);
                return loaded != null ? loaded : findClass(name);
            }
        }

        @Override
        public URL getResource(String name) {
            return name.startsWith("org/banggiao/") ? findResource(name) : super.getResource(name);
        }
    }

    /** What runs in a program of its own. */
    public static final class Program {
        private Program() {}

        /** The claims of texts as lines of JSON. */
        public static String claims(String... files) {
            var extractor = new Extractor(Authority.load(Path.of("data", "authority")));
            return CorpusReader.read(Stream.of(files).map(Path::of).toList()).stream()
                    .flatMap(s -> extractor.extract(new DocumentReader().read(s)).claims().stream())
                    .map(ClaimFile::line)
                    .collect(Collectors.joining("\n"));
        }
    }
}
