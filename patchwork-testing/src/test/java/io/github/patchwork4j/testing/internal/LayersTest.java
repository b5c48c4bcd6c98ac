package io.github.patchwork4j.testing.internal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.patchwork4j.testing.FakePatchwork;

@AnalyzeClasses(packagesOf = FakePatchwork.class, importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE = slices().matching("io.github.patchwork4j.testing.internal.(*)..")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule ROWS_KNOW_NOTHING_OF_THE_WIRE = noClasses()
            .that()
            .resideInAPackage("..internal.state..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..", "okio..", "com.squareup.moshi..");

    @ArchTest
    static final ArchRule ONLY_THE_EDGE_KNOWS_THE_NETWORK = noClasses()
            .that()
            .resideOutsideOfPackage("..internal.server..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net..")
            .andShould()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Socket");
}
