package io.lappet.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that is given a {@link TestFabric}, and that runs once for each of a number of seeds, or in many
 * interleavings.
 *
 * <pre>{@code
 * @LappetTest(seeds = 200)
 * void noUpdateIsLost(TestFabric fabric) {
 *   Counter counter = new WovenCounter(fabric);
 *   fabric.submit("a", counter::add);
 *   fabric.submit("b", counter::add);
 *   fabric.settle();
 *   assertEquals(2, counter.value());
 * }
 * }</pre>
 *
 * <p><b>Where it can be used.</b> On test methods of JUnit Jupiter, in place of {@code @Test}. The
 * fabric can be a parameter of the test, of the constructor of its class, and of the methods that
 * run before and after it; within one run of the test all are given the same one. Each run has an
 * instance of the class and a fabric of its own. The fabric is closed after the test.
 *
 * <p><b>When it fails.</b> A run fails if the test fails, if closing reports a deadlock or a thread
 * that is stuck, and if the fabric has failed although the test asked neither {@code failure()} nor
 * {@code join()}. The seed is then printed to standard error, and no further one is tried:
 *
 * <pre>
 * seed 17 of sample.CounterTest.noUpdateIsLost failed; repeat it with -Dlappet.seed=17
 * </pre>
 *
 * <p>The configuration parameter, or system property, {@code lappet.seed} makes all tests run with
 * that seed alone, and {@code lappet.schedule} with that schedule.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TestTemplate
@ExtendWith(LappetTestExtension.class)
public @interface LappetTest {
  /** With how many seeds to run, from 1 on; 0 runs once in the fixed order. */
  int seeds() default 0;

  /**
   * In how many interleavings to run at most, exhaustively as {@link Explore} does, in place of seeds;
   * 0 does not explore. How many there were is published as the report entry {@code
   * lappet.explored}.
   */
  int schedules() default 0;

  /** How often an interleaving that is explored holds up a thread that could go on, at most. */
  int preemptions() default 2;

  /** The time of day at which the clock begins, as an {@code Instant}; that of 2000 by default. */
  String start() default "";

  /** The time zone of the fabric, for instance {@code Europe/Berlin}; UTC by default. */
  String zone() default "";
}
