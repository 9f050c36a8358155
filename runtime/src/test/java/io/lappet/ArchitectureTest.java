package io.lappet;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Who may depend on whom in the runtime, and what nobody in it does.
 *
 * <p>The full lists of forbidden methods are in {@code src/build} and are checked by the build;
 * the rules here are those that need to know a package or a supertype.
 */
class ArchitectureTest {
  private static final String API = "io.lappet";
  private static final String GENERATED_USE = "io.lappet.gen..";
  private static final String INTERNAL = "io.lappet.internal..";
  private static final String SEAM = "io.lappet.internal.seam..";
  private static final String CHANNEL = "io.lappet.internal.channel..";
  private static final String FABRIC = "io.lappet.internal.fabric..";

  private static JavaClasses runtime;

  @BeforeAll
  static void readTheRuntime() {
    // By location: the packages of the tests are the same, and are not meant.
    runtime = new ClassFileImporter()
        .importUrl(Fabric.class.getProtectionDomain().getCodeSource().getLocation());
    assertThat(runtime).isNotEmpty();
  }

  @Test
  void theSeamKnowsTheJdkAlone() {
    check(classes()
        .that()
        .resideInAPackage(SEAM)
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(SEAM, "java..", "org.jspecify..")));
  }

  @Test
  void channelsDoNotKnowTheFabric() {
    check(noClasses()
        .that()
        .resideInAPackage(CHANNEL)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(FABRIC));
  }

  @Test
  void onlyGeneratedCodeUsesWhatIsMadeForIt() {
    check(noClasses()
        .that()
        .resideInAnyPackage(API, INTERNAL)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(GENERATED_USE));
  }

  @Test
  void theRuntimeNeedsTheJdkAlone() {
    check(classes()
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage("io.lappet..", "java..", "org.jspecify..")));
  }

  @Test
  void nothingIsFoundByReflection() {
    check(noClasses().should().dependOnClassesThat(resideInAPackage("java.lang.reflect..")));
    check(noClasses()
        .should()
        .callMethodWhere(target(owner(assignableTo(Class.class)))
            .and(target(nameMatching("forName|get(Declared)?(Constructor|Field|Method)s?")))));
  }

  @Test
  void onlyTheSeamWaits() {
    check(noClassesOutsideTheSeam()
        .should()
        .callMethodWhere(isWait(Object.class, "wait|notify|notifyAll")
            .or(isWait(Thread.class, "sleep|join"))
            .or(isWait(LockSupport.class, "park.*"))
            .or(jdkConditionIsAwaited())));
    check(noClassesOutsideTheSeam()
        .should()
        .dependOnClassesThat(assignableTo(BlockingQueue.class)
            .or(assignableTo(CountDownLatch.class))
            .or(assignableTo(CyclicBarrier.class))
            .or(assignableTo(Exchanger.class))
            .or(assignableTo(Phaser.class))
            .or(assignableTo(Semaphore.class))));
  }

  @Test
  void onlyTheSeamStartsThreads() {
    check(noClassesOutsideTheSeam().should().callMethodWhere(isWait(Thread.class, "start")));
  }

  @Test
  void noMethodIsSynchronized() {
    check(noMethods().should().haveModifier(JavaModifier.SYNCHRONIZED));
  }

  private static GivenClassesConjunction noClassesOutsideTheSeam() {
    return noClasses().that(not(resideInAPackage(SEAM)));
  }

  private static DescribedPredicate<JavaCall<?>> isWait(Class<?> type, String names) {
    return target(owner(assignableTo(type))).and(target(nameMatching(names)));
  }

  /** Ours, which wait through the seam, may call each other. */
  private static DescribedPredicate<JavaCall<?>> jdkConditionIsAwaited() {
    Predicate<JavaClass> ours = type -> type.getPackageName().startsWith("io.lappet");
    return isWait(Condition.class, "await.*")
        .and(target(owner(describe("not of the runtime", ours.negate()))));
  }

  /** Some packages may still be empty; a rule about nothing holds. */
  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(runtime);
  }
}
