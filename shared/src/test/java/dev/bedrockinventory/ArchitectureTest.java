package dev.bedrockinventory;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.bedrockinventory.model.Scope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The dependencies of the packages in this module; rules for all modules are tested in cli. */
final class ArchitectureTest {

  private static final String BASE = "dev.bedrockinventory.";

  /** Every package with those that it may depend on. */
  private static final Map<String, Set<String>> MAY_KNOW =
      Map.ofEntries(
          entry("model", Set.of()),
          entry("aws", Set.of("model", "settings")),
          entry("settings", Set.of("model")),
          entry("account", Set.of("settings", "aws")),
          entry("normalize", Set.of("model")),
          entry("cloudtrail", Set.of("model", "normalize")),
          entry("change", Set.of("model", "normalize")),
          entry("sweep", Set.of("model", "normalize", "cloudtrail", "change")),
          entry("bedrock", Set.of("model", "settings", "aws", "normalize", "change", "sweep")),
          entry("ledger", Set.of("model", "settings", "aws", "normalize", "change", "sweep")),
          entry("query", Set.of("model", "aws", "change", "sweep", "ledger")),
          entry("verify", Set.of("model", "change", "sweep", "ledger", "query")),
          entry("cost", Set.of("model", "aws", "ledger", "query")),
          entry(
              "dashboard", Set.of("model", "change", "sweep", "ledger", "query", "verify", "cost")),
          entry(
              "feed",
              Set.of("model", "settings", "aws", "change", "sweep", "ledger", "query", "verify")));

  private static final JavaClasses SHARED =
      new ClassFileImporter()
          .importUrl(Scope.class.getProtectionDomain().getCodeSource().getLocation());

  @Test
  void theOrderContainsEveryPackage() {
    var present = new TreeSet<String>();
    SHARED.forEach(type ->
        present.add(type.getPackageName().substring(BASE.length()).replaceFirst("\\..*", "")));

    assertThat(present).contains("model", "normalize", "change", "sweep", "ledger");
    assertThat(MAY_KNOW.keySet()).containsAll(present);
  }

  @Test
  void aPackageDependsOnlyOnThoseBeforeIt() {
    new TreeMap<>(MAY_KNOW)
        .forEach((name, known) -> {
          var allowed = new TreeSet<>(known);
          allowed.add(name);
          var packages = allowed.stream().map(each -> BASE + each + "..").toList();

          noClasses()
              .that()
              .resideInAPackage(BASE + name + "..")
              .should()
              .dependOnClassesThat(
                  resideInAPackage("dev.bedrockinventory..")
                      .and(not(resideInAnyPackage(packages.toArray(String[]::new)))))
              .allowEmptyShould(true)
              .check(SHARED);
        });
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(BASE + "(*)..").should().beFreeOfCycles().check(SHARED);
  }

  @Test
  void decisionPackagesDoNotDependOnAws() {
    for (var name : List.of("model", "normalize", "cloudtrail", "change", "sweep")) {
      noClasses()
          .that()
          .resideInAPackage(BASE + name + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon..", "com.amazonaws..", "com.amazon..")
          .check(SHARED);
    }
  }

  @Test
  void onlyTheLedgerDependsOnDynamoDb() {
    noClasses()
        .that()
        .resideOutsideOfPackages(BASE + "ledger..", BASE + "query..", BASE + "verify..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon.awssdk.services.dynamodb..")
        .check(SHARED);
  }

  @Test
  void onlyAdaptersKnowTheStoreOfTheLedger() {
    noClasses()
        .that()
        .resideOutsideOfPackages(BASE + "ledger.dynamodb..", BASE + "ledger.sqlite..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            BASE + "ledger.dynamodb..", BASE + "ledger.sqlite..", "java.sql..", "org.sqlite..")
        .orShould()
        .dependOnClassesThat(
            resideInAPackage("software.amazon.awssdk.services.dynamodb..")
                .and(nameMatching(".*(Client|Request|Response)")))
        .check(SHARED);
  }

  @Test
  void onlyTheSourceDependsOnBedrock() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + "bedrock..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "software.amazon.awssdk.services.bedrock..",
            "software.amazon.awssdk.services.resourcegroupstaggingapi..")
        .check(SHARED);
  }

  @Test
  void onlyTheFeedDependsOnEventBridge() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + "feed..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon.awssdk.services.eventbridge..")
        .check(SHARED);
  }
}
