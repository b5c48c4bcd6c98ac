package io.github.patchwork4j;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.core.Patch;
import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.testing.FakePatchwork;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house as ARCHITECTURE.md draws it: who may know whom, and what nobody outside may see. */
@AnalyzeClasses(packages = "io.github.patchwork4j", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String CORE = "io.github.patchwork4j.core..";
    private static final String MBOX = "io.github.patchwork4j.mbox..";
    private static final String CLIENT = "io.github.patchwork4j.client..";
    private static final String TESTING = "io.github.patchwork4j.testing..";

    @ArchTest
    static final ArchRule CORE_KNOWS_NOBODY = only(
            CORE, CORE, "java..", "org.jspecify.annotations", "org.immutables.value..", "javax.annotation.processing");

    @ArchTest
    static final ArchRule MBOX_KNOWS_CORE = only(MBOX, MBOX, CORE, "java..", "org.jspecify.annotations");

    @ArchTest
    static final ArchRule CLIENT_KNOWS_CORE_AND_MBOX_AND_HTTP = only(
            CLIENT,
            CLIENT,
            MBOX,
            CORE,
            "java..",
            "javax.crypto..",
            "javax.net.ssl..",
            "org.jspecify.annotations",
            "org.immutables.value..",
            "javax.annotation.processing",
            "retrofit2..",
            "okhttp3..",
            "okio..",
            "com.squareup.moshi..",
            "org.slf4j",
            "kotlin..");

    @ArchTest
    static final ArchRule NOTHING_PUBLISHED_KNOWS_THE_FAKE = noClasses()
            .that(resideInAnyPackage(CORE, MBOX, CLIENT))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(TESTING);

    @ArchTest
    static final ArchRule NOTHING_IS_WRITTEN_TO_THE_CONSOLE =
            GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    private static final DescribedPredicate<JavaClass> INTERNAL = resideInAPackage("..internal..");

    @ArchTest
    static final ArchRule NO_PUBLIC_METHOD_SHOWS_AN_INTERNAL_TYPE = codeUnits()
            .that()
            .arePublic()
            .or()
            .areProtected()
            .and()
            .areDeclaredInClassesThat(isApi())
            .should(new ArchCondition<>("not mention internal types") {
                @Override
                public void check(JavaCodeUnit unit, ConditionEvents events) {
                    Stream.concat(unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()))
                            .filter(INTERNAL)
                            .forEach(type -> events.add(
                                    SimpleConditionEvent.violated(unit, unit.getFullName() + " shows " + type)));
                }
            });

    @ArchTest
    static final ArchRule NO_PUBLIC_FIELD_CHANGES =
            fields().that().arePublic().or().areProtected().should().beFinal();

    @ArchTest
    static final ArchRule NO_STATE_IS_SHARED_BY_ALL =
            fields().that().areStatic().should().beFinal();

    /** What is looked up by its name stands in the metadata for native images, which this one class is tested against. */
    @ArchTest
    static final ArchRule ONLY_THE_MODEL_IS_LOOKED_UP_BY_REFLECTION = noClasses()
            .that(resideInAnyPackage(CORE, MBOX, CLIENT))
            .and()
            .doNotHaveFullyQualifiedName("io.github.patchwork4j.client.internal.json.ModelAdapterFactory")
            .should()
            .callMethodWhere(DescribedPredicate.describe("it looks something up", ArchitectureTest::looksUp));

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS_FOR = noClasses()
            .should()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl");

    @Test
    void noModuleExportsAnInternalPackage() throws Exception {
        for (Class<?> type : List.of(Patch.class, Bytes.class, PatchworkClient.class, FakePatchwork.class)) {
            Path classes = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            ModuleDescriptor module =
                    ModuleFinder.of(classes).findAll().iterator().next().descriptor();

            Set<ModuleDescriptor.Exports> exports = module.exports();

            assertThat(exports).isNotEmpty();
            assertThat(exports)
                    .extracting(ModuleDescriptor.Exports::source)
                    .noneMatch(name -> name.contains("internal"))
                    .allMatch(name -> name.startsWith(module.name()));
        }
    }

    private static boolean looksUp(JavaMethodCall call) {
        String name = call.getName();
        return switch (call.getTargetOwner().getName()) {
            case "java.lang.Class" ->
                Stream.of(
                                        "forName",
                                        "getMethod",
                                        "getDeclared",
                                        "getConstructor",
                                        "getField",
                                        "getResource",
                                        "newInstance")
                                .anyMatch(name::startsWith)
                        || name.equals("getRecordComponents");
            case "java.lang.invoke.MethodHandles$Lookup" -> name.startsWith("find") || name.startsWith("unreflect");
            case "java.lang.ClassLoader", "java.lang.reflect.Proxy", "java.util.ServiceLoader" -> true;
            default -> false;
        };
    }

    private static ArchRule only(String who, String... whom) {
        return classes().that().resideInAPackage(who).should().onlyDependOnClassesThat(resideInAnyPackage(whom));
    }

    private static DescribedPredicate<JavaClass> isApi() {
        return DescribedPredicate.describe(
                "are API", type -> type.getModifiers().contains(JavaModifier.PUBLIC) && !INTERNAL.test(type));
    }
}
