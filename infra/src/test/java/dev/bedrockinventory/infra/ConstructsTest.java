package dev.bedrockinventory.infra;

import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** Rules for the classes of the CDK app. */
final class ConstructsTest {
  private static final String BASE = "dev.bedrockinventory.infra";
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(BASE);

  /** So that equal contexts result in equal templates. */
  @Test
  void nothingReadsTheEnvironmentOrAClock() {
    noClasses()
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "getProperty", String.class)
        .orShould()
        .callMethod(System.class, "getProperty", String.class, String.class)
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(InstantSource.class)
        .check(MAIN);
  }

  @Test
  void allClassesAreFinal() {
    classes()
        .that()
        .areTopLevelClasses()
        .and()
        .areNotInterfaces()
        .and()
        .doNotHaveSimpleName("package-info")
        .should()
        .haveModifier(JavaModifier.FINAL)
        .check(MAIN);
  }

  @Test
  void onlyClassesThatAnotherPackageUsesArePublic() {
    assertThat(MAIN)
        .filteredOn(type -> type.isTopLevelClass() && type.getModifiers().contains(PUBLIC))
        .filteredOn(type -> !type.isEquivalentTo(InventoryApp.class))
        .isNotEmpty()
        .allSatisfy(type ->
            assertThat(type.getDirectDependenciesToSelf())
                .as(type.getName())
                .anyMatch(use -> !use.getOriginClass().getPackage().equals(type.getPackage())));
  }

  /** The app uses the stacks, which do not use each other; both use construct, then config. */
  @Test
  void aPackageUsesOnlyThoseBeforeIt() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("config")
        .definedBy(BASE + ".config")
        .layer("construct")
        .definedBy(BASE + ".construct")
        .layer("hub")
        .definedBy(BASE + ".hub")
        .layer("member")
        .definedBy(BASE + ".member")
        .layer("app")
        .definedBy(BASE)
        .whereLayer("config")
        .mayNotAccessAnyLayer()
        .whereLayer("construct")
        .mayOnlyAccessLayers("config")
        .whereLayer("hub")
        .mayOnlyAccessLayers("config", "construct")
        .whereLayer("member")
        .mayOnlyAccessLayers("config", "construct")
        .check(MAIN);
  }
}
