package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.gen.Weaving;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where values for elements of annotations stand, outside of a program. */
@Timeout(120)
class ConfigPlacesTest {
  @TempDir
  Path folder;

  /** Says how many permits there are of each name, and starts. */
  static final class Permitted {
    private Permitted() {}

    public static void main(String[] names) {
      try (Fabric fabric = Fabric.create()) {
        Weaving weaving = Weaving.of(fabric, 1, "Well", new Object());
        for (String name : names) {
          System.out.println(name + " " + weaving.permits(name, 1).available());
        }
        fabric.start();
        System.out.println("started");
      } catch (WiringException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  private List<String> run(Map<String, String> variables, List<String> options, String... names)
      throws Exception {
    Program.Place place = new Program.Place(variables, options, List.of(folder));
    try (Program program = Program.start(Permitted.class, place, names)) {
      assertThat(program.exitCode()).as("standard error: %s", program.err()).isZero();
      return program.out();
    }
  }

  private void write(String... lines) throws IOException {
    Files.write(folder.resolve("lappet.properties"), List.of(lines));
  }

  @Test
  void aPropertyCountsBeforeTheEnvironmentAndThatBeforeTheFile() throws Exception {
    write("Well.a.permits = 2", "Well.b.permits = 2", "*.c.permits = 2");
    Map<String, String> variables =
        Map.of("LAPPET_WELL_A_PERMITS", "3", "LAPPET_WELL_B_PERMITS", "3");
    List<String> options = List.of("-Dlappet.*.a.permits=4");
    assertThat(run(variables, options, "a", "b", "c", "d"))
        .containsExactly("a 4", "b 3", "c 2", "d 1", "started");
  }

  @Test
  void withoutAnyItIsWhatWasDeclared() throws Exception {
    assertThat(run(Map.of(), List.of(), "a")).containsExactly("a 1", "started");
  }

  @Test
  void aVariableMayBeOfAnyComponentOrWrittenAsTheKeyIs() throws Exception {
    Map<String, String> variables =
        Map.of("LAPPET___A_PERMITS", "3", "LAPPET_Well_waterLevel_permits", "5");
    assertThat(run(variables, List.of(), "a", "waterLevel"))
        .containsExactly("a 3", "waterLevel 5", "started");
  }

  @Test
  void whatNobodyHasIsToldWithItsPlace() throws Exception {
    write("Well.aa.permits = 2", "Tank.aa.permits = 2");
    Map<String, String> variables = Map.of("LAPPET_WELL_A_PERMIT", "3", "LAPPET_HOME", "/");
    List<String> options = List.of("-Dlappet.Well.a.x=4", "-Dlappet.seed=17");
    assertThat(run(variables, options, "a"))
        .containsExactly(
            "a 1",
            "system property lappet.Well.a.x configures nothing. What can be configured of Well.a:"
                + " permits.",
            "environment variable LAPPET_WELL_A_PERMIT configures nothing. Did you mean"
                + " \"LAPPET_WELL_A_PERMITS\"? What can be configured of Well.a: permits.",
            "lappet.properties Well.aa.permits configures nothing. Did you mean"
                + " \"Well.a.permits\"? What can be configured of Well: a.");
  }

  @Test
  void aWrongValueIsToldWithItsPlace() throws Exception {
    write("*.a.permits = none");
    assertThat(run(Map.of(), List.of(), "a"))
        .containsExactly("Well.a.permits = \"none\" is not a number. Write a number of at least 1."
            + " (lappet.properties *.a.permits)");
  }

  @Test
  void aFileThatCannotBeRead() throws Exception {
    write("Well.a.permits = \\u00");
    assertThat(run(Map.of(), List.of(), "a"))
        .containsExactly(
            "lappet.properties on the class path cannot be read: Malformed \\uxxxx encoding.");
  }
}
