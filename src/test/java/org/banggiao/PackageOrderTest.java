package org.banggiao;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the order of the packages: each uses only those before it, and each library stays where it belongs. */
class PackageOrderTest {
    private static final String BASE = "org.banggiao";
    private static final Path SOURCES = Path.of("src", "main", "java", "org", "banggiao");

    /** From the most basic to the one that knows them all. */
    private static final List<String> ORDER = List.of(
            "issue",
            "time",
            "quantity",
            "corpus",
            "text",
            "authority",
            "mention",
            "claim",
            "graph",
            "store",
            "publish",
            "app");

    /** What a package may use where that is less than everything before it. */
    private static final Map<String, List<String>> NARROWER =
            Map.of("publish", List.of("issue", "time", "text", "authority", "graph", "store"));

    /** The packages outside of which a library may not be used. */
    private static final Map<String, List<String>> LIBRARIES = new TreeMap<>(Map.of(
            "org.springframework..", List.of("publish", "app"),
            "jakarta.servlet..", List.of("publish", "app"),
            "org.eclipse.rdf4j..", List.of("store", "publish.federation"),
            "org.apache.jena..", List.of("graph", "store", "publish", "app"),
            "org.apache.tika..", List.of("corpus"),
            "org.apache.lucene..", List.of("publish.search"),
            "gg.jte..", List.of("publish", "app"),
            "org.apache.fontbox..", List.of("publish.picture"),
            "org.jgrapht..", List.of("app.evaluate"),
            "picocli..", List.of("app")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BASE);

    @Test
    void everyClassOfEveryPackageIsSeen() throws IOException {
        Map<String, Long> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .forEach(file -> sources.merge(packageOf(file), 1L, Long::sum));
        }
        Map<String, Long> seen = CLASSES.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));

        assertThat(seen)
                .as("top-level classes seen in each package, against its source files")
                .containsExactlyEntriesOf(sources);
        assertThat(ORDER)
                .as("packages with a place in the order")
                .containsAll(new TreeSet<>(
                        sources.keySet().stream().map(PackageOrderTest::topOf).toList()));
    }

    @Test
    void dependenciesAreSeenSoThatABrokenOrderFails() {
        assertThat(noClasses()
                        .that()
                        .resideInAPackage(BASE + ".app..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("picocli..")
                        .evaluate(CLASSES)
                        .hasViolation())
                .isTrue();
        List<String> reversed = ORDER.reversed();
        assertThat(reversed.stream()
                        .flatMap(name -> orderRule(name, after(name, reversed)).stream())
                        .filter(rule -> rule.evaluate(CLASSES).hasViolation()))
                .as("rules broken by the reversed order")
                .isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> eachPackageUsesOnlyThoseBeforeIt() {
        return ORDER.stream()
                .flatMap(name -> orderRule(name, forbidden(name)).stream()
                        .map(rule -> DynamicTest.dynamicTest(name, () -> rule.check(CLASSES))));
    }

    @TestFactory
    Stream<DynamicTest> eachLibraryStaysWhereItBelongs() {
        return LIBRARIES.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> noClasses()
                                .that()
                                .resideOutsideOfPackages(subtrees(entry.getValue()))
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(entry.getKey())
                                .because("it belongs to " + entry.getValue())
                                .allowEmptyShould(true)
                                .check(CLASSES)));
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(BASE + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    private static List<ArchRule> orderRule(String name, Collection<String> forbidden) {
        if (forbidden.isEmpty()) {
            return List.of();
        }
        List<String> allowed = new ArrayList<>(ORDER);
        allowed.removeAll(forbidden);
        allowed.remove(name);
        return List.of(noClasses()
                .that()
                .resideInAPackage(BASE + "." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(subtrees(forbidden))
                .because(name + " may use " + (allowed.isEmpty() ? "no other package" : "only " + allowed))
                .allowEmptyShould(true));
    }

    private static Collection<String> forbidden(String name) {
        List<String> result = new ArrayList<>(ORDER);
        result.removeAll(NARROWER.getOrDefault(name, ORDER.subList(0, ORDER.indexOf(name))));
        result.remove(name);
        return result;
    }

    private static List<String> after(String name, List<String> order) {
        return order.subList(order.indexOf(name) + 1, order.size());
    }

    private static String[] subtrees(Collection<String> names) {
        return names.stream().map(name -> BASE + "." + name + "..").toArray(String[]::new);
    }

    private static String packageOf(Path file) {
        Path folder = SOURCES.relativize(file).getParent();
        return folder == null
                ? BASE
                : BASE + "." + folder.toString().replace('/', '.').replace('\\', '.');
    }

    private static String topOf(String packageName) {
        return packageName.substring(BASE.length() + 1).split("\\.", 2)[0];
    }
}
