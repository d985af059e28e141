package dev.bedrockinventory.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What holds for the classes of all modules. */
final class ArchitectureTest {

  private static final String BASE = "dev.bedrockinventory.";
  private static final String[] SHARED =
      Stream.of(
              "model",
              "normalize",
              "cloudtrail",
              "change",
              "sweep",
              "aws",
              "account",
              "bedrock",
              "ledger",
              "query",
              "verify",
              "cost",
              "dashboard",
              "feed",
              "settings")
          .map(name -> BASE + name + "..")
          .toArray(String[]::new);

  /** The packages of this module in their order: each knows only those before it. */
  private static final List<String> CLI =
      List.of(
          "cli.context",
          "cli.output",
          "cli.aws",
          "cli.ledger",
          "cli.option",
          "cli.export",
          "cli.web",
          "cli.runtime",
          "cli.demo",
          "cli.command",
          "cli");

  /** The classes that the build makes of templates. */
  private static final String GENERATED = BASE + "dashboard.template";

  private static final Set<String> WIRING_NAMES =
      Set.of(
          "functions.Wiring",
          "functions.LambdaClients",
          "cli.Main",
          "cli.context.CliContext",
          "cli.aws.AwsClients",
          "cli.aws.AwsAccess",
          "cli.aws.AwsAccounts",
          "bedrock.ClientPolicy");

  /** The classes that read the environment and the clock and build clients, for all others. */
  private static final DescribedPredicate<JavaClass> WIRING =
      describe(
          "wiring",
          type ->
              type.getPackageName().equals(BASE + "simulator.engine")
                  || WIRING_NAMES.contains(
                      type.getName().substring(BASE.length()).replaceFirst("\\$.*", "")));

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(BASE.substring(0, BASE.length() - 1));

  @Test
  void theRulesCoverEveryModule() {
    var packages =
        ALL.stream()
            .map(JavaClass::getPackageName)
            .map(name -> name.substring(BASE.length()))
            .collect(toCollection(TreeSet::new));

    assertThat(packages).contains("simulator", "model", "functions", "cli");
  }

  @Test
  void theSharedModuleDependsOnNoOther() {
    onlyKnowsOf(SHARED, SHARED);
  }

  @Test
  void theSimulatorDependsOnNoOtherModule() {
    var simulator = new String[] {BASE + "simulator.."};

    onlyKnowsOf(simulator, simulator);
  }

  @Test
  void theFunctionsDependOnlyOnTheSharedModule() {
    var functions = new String[] {BASE + "functions.."};

    onlyKnowsOf(
        functions, Stream.concat(Stream.of(functions), Stream.of(SHARED)).toArray(String[]::new));
  }

  @Test
  void thePackagesOfTheCliDependOnlyOnThoseBeforeThem() {
    for (var i = 0; i < CLI.size(); i++) {
      var later = CLI.subList(i + 1, CLI.size()).stream().map(BASE::concat);

      noClasses()
          .that()
          .resideInAPackage(BASE + CLI.get(i))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(later.toArray(String[]::new))
          .check(ALL);
    }
  }

  @Test
  void onlyWiringReadsTheEnvironment() {
    noClasses()
        .that(not(WIRING))
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .check(ALL);
  }

  @Test
  void onlyWiringReadsTheClock() {
    noClasses()
        .that(not(WIRING))
        .should()
        .callMethodWhere(
            describe(
                "they read the clock",
                (JavaCall<?> call) -> readsTheClock(call.getTargetOwner(), call.getName())))
        .check(ALL);
  }

  @Test
  void onlyWiringBuildsClients() {
    noClasses()
        .that(not(WIRING))
        .should()
        .callMethodWhere(
            describe(
                "they build an AWS client",
                (JavaCall<?> call) ->
                    call.getTargetOwner()
                            .getName()
                            .matches("software\\.amazon\\.awssdk\\.services\\..*Client")
                        && Set.of("builder", "create").contains(call.getName())))
        .check(ALL);
  }

  @Test
  void everyPackageIsNullMarked() {
    var unmarked =
        ALL.stream()
            .map(JavaClass::getPackage)
            .filter(each -> !each.getName().startsWith(GENERATED))
            .filter(each ->
                each.tryGetPackageInfo()
                    .filter(info -> info.isAnnotatedWith(NullMarked.class))
                    .isEmpty())
            .map(each -> each.getName())
            .collect(toCollection(TreeSet::new));

    assertThat(unmarked).isEmpty();
  }

  @Test
  void everyClassIsFinalOrSealed() {
    classes()
        .that(
            describe(
                "are classes with a name",
                type ->
                    !type.isInterface()
                        && !type.isEnum()
                        && !type.isAnonymousClass()
                        && !type.getModifiers().contains(JavaModifier.ABSTRACT)))
        .should(
            be(
                describe(
                    "final or sealed",
                    type ->
                        type.getModifiers().contains(JavaModifier.FINAL)
                            || type.reflect().isSealed())))
        .check(ALL);
  }

  private static void onlyKnowsOf(String[] packages, String[] known) {
    noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.bedrockinventory..").and(not(resideInAnyPackage(known))))
        .check(ALL);
  }

  private static boolean readsTheClock(JavaClass owner, String method) {
    return (owner.getPackageName().equals("java.time") && method.equals("now"))
        || (owner.isEquivalentTo(java.time.Clock.class) && method.startsWith("system"))
        || (owner.isEquivalentTo(java.time.InstantSource.class) && method.equals("system"))
        || (owner.isEquivalentTo(System.class) && method.equals("currentTimeMillis"));
  }
}
