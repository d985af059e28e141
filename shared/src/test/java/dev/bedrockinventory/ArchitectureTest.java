package dev.bedrockinventory;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
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

/** The order of the packages in this module; what holds for all modules is tested in local. */
final class ArchitectureTest {

  private static final String BASE = "dev.bedrockinventory.";

  /** Every package, with those that it may know. */
  private static final Map<String, Set<String>> MAY_KNOW =
      Map.ofEntries(
          entry("model", Set.of()),
          entry("settings", Set.of("model")),
          entry("normalize", Set.of("model")),
          entry("cloudtrail", Set.of("model", "normalize")),
          entry("change", Set.of("model", "normalize")),
          entry("sweep", Set.of("model", "normalize", "cloudtrail", "change")),
          entry("bedrock", Set.of("model", "settings", "normalize", "change", "sweep")),
          entry("ledger", Set.of("model", "settings", "normalize", "change", "sweep")),
          entry("query", Set.of("model", "change", "sweep", "ledger")),
          entry("verify", Set.of("model", "change", "sweep", "ledger", "query")),
          entry(
              "feed", Set.of("model", "settings", "change", "sweep", "ledger", "query", "verify")));

  private static final JavaClasses SHARED =
      new ClassFileImporter()
          .importUrl(Scope.class.getProtectionDomain().getCodeSource().getLocation());

  @Test
  void theOrderNamesEveryPackageThatThereIs() {
    var present = new TreeSet<String>();
    SHARED.forEach(type -> present.add(type.getPackageName().substring(BASE.length())));

    assertThat(present).contains("model", "normalize", "change", "sweep", "ledger");
    assertThat(MAY_KNOW.keySet()).containsAll(present);
  }

  @Test
  void aPackageKnowsOnlyThoseBeforeIt() {
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
  void noPackagesKnowEachOtherInACircle() {
    slices().matching(BASE + "(*)..").should().beFreeOfCycles().check(SHARED);
  }

  @Test
  void whatDecidesKnowsNoAws() {
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
  void theLedgerAloneKnowsDynamoDb() {
    noClasses()
        .that()
        .resideOutsideOfPackages(BASE + "ledger..", BASE + "query..", BASE + "verify..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon.awssdk.services.dynamodb..")
        .check(SHARED);
  }

  @Test
  void theSourceAloneKnowsBedrock() {
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
  void theFeedAloneKnowsEventBridge() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + "feed..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon.awssdk.services.eventbridge..")
        .check(SHARED);
  }
}
