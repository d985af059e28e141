package dev.bedrockinventory.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class PackagesTest {
  private static final String BASE = "dev.bedrockinventory.simulator";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(BASE);

  @Test
  void theSimulatorRunsWithoutDynamoDbLocalsJars() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".engine")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            BASE + ".engine", "software.amazon..", "org.eclipse.jetty..", "org.apache..")
        .check(CLASSES);
  }

  @Test
  void dynamoDbLocalKnowsNothingOfTheSimulator() {
    noClasses()
        .that()
        .resideInAPackage(BASE + ".engine")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(BASE, BASE + ".world", BASE + ".wire", BASE + ".service")
        .check(CLASSES);
  }

  @Test
  void thePackagesHaveAnOrder() {
    slices().matching(BASE + ".(*)").should().beFreeOfCycles().check(CLASSES);
  }
}
