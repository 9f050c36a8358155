package io.lappet.internal.order;

import io.lappet.internal.text.FactsFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The order in which the classes of a program take locks, and where they wait under them: what the compilations of its modules have left
 * in the files of facts beside the classes. A file that is missing, or of another version, says nothing.
 */
public final class LockSteps {
  // Sorted, so that the same program is told in the same words.
  private final Map<String, Map<String, LockStep>> steps = new TreeMap<>();
  private final List<String> live = new ArrayList<>();
  private final Set<String> missing = new TreeSet<>();
  private final Set<String> closed = new TreeSet<>();
  private final HeldWaits waits = new HeldWaits();

  private LockSteps() {}

  /**
   * Reads the files of generated classes, with those of all classes above them.
   *
   * @param live the class of each object there is: twice if there are two
   * @param more classes of which it is not known how many objects there are
   */
  public static LockSteps of(Collection<Class<?>> live, Collection<Class<?>> more) {
    LockSteps all = new LockSteps();
    Set<Class<?>> read = new HashSet<>();
    for (Class<?> type : live) {
      for (Class<?> at = type.getSuperclass(); isOfUser(at); at = at.getSuperclass()) {
        all.live.add(String.valueOf(at.getCanonicalName()));
      }
      all.readFrom(type, read);
    }
    more.forEach(type -> all.readFrom(type, read));
    return all;
  }

  /** What the lines of files say; {@code live} are the full names of the classes of live objects. */
  static LockSteps of(List<String> live, Stream<String> lines) {
    LockSteps all = new LockSteps();
    all.live.addAll(live);
    lines.forEach(all::add);
    return all;
  }

  private void readFrom(Class<?> woven, Set<Class<?>> read) {
    for (Class<?> at = woven.getSuperclass(); isOfUser(at); at = at.getSuperclass()) {
      boolean isKnown = !read.add(at.getNestHost()) || read(at.getNestHost());
      if (!isKnown && at == woven.getSuperclass()) {
        missing.add(at.getName());
        if (!at.getModule().isOpen(at.getPackageName(), LockSteps.class.getModule())) {
          closed.add("opens " + at.getPackageName() + " to io.lappet.runtime;");
        }
      }
    }
  }

  private static boolean isOfUser(@Nullable Class<?> type) {
    return type != null && type != Object.class;
  }

  /**
   * The classes that were woven and have no file: their bodies were not read, or their resources are
   * hidden.
   */
  public Set<String> missing() {
    return missing;
  }

  /** What there is to say of packages that their modules hide from the runtime. */
  public Optional<String> hidden() {
    return closed.isEmpty()
        ? Optional.empty()
        : Optional.of("[lock-order] Modules hide what their classes do, so circles of locks over"
            + " several modules are not seen at the start.\nWrite in module-info.java: "
            + String.join(" ", closed)
            + " (LAP301)");
  }

  /** What there is to say of a wait under a lock that another module needs to end it. */
  public Optional<String> waits() {
    return waits.text();
  }

  /** Whether there is a file. */
  private boolean read(Class<?> type) {
    try (InputStream file = type.getResourceAsStream(type.getSimpleName() + FactsFile.SUFFIX)) {
      if (file == null) {
        return false;
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
      String line = lines.readLine();
      boolean isKnown = FactsFile.HEADER.equals(line);
      while (isKnown && (line = lines.readLine()) != null && !line.isEmpty()) {
        add(line);
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Of several ways to take a step, the one with the fewest locks around it is the most dangerous. */
  private void add(String line) {
    LockStep step = LockStep.parse(line);
    if (step == null) {
      waits.add(line);
      return;
    }
    steps
        .computeIfAbsent(step.held(), any -> new TreeMap<>())
        .merge(step.taken(), step, (one, other) -> danger(other) < danger(one) ? other : one);
  }

  private static int danger(LockStep step) {
    return step.gates().size() * 2 + (step.reads() ? 1 : 0);
  }

  /** What there is to say of locks that are certainly taken in a circle. */
  public Optional<String> certain() {
    return circles().stream()
        .filter(LockCircle::isShared)
        .findFirst()
        .map(circle -> circle.text(""));
  }

  /** The same, where that depends on how many objects there are: one of each of its classes. */
  public Optional<String> likely() {
    return circles().stream()
        .filter(circle -> !circle.isShared() && circle.isOfOneEach(live))
        .findFirst()
        .map(circle -> circle.text("There is one object of each class now, so these are the same"
            + " locks in all calls.\n"));
  }

  /** The shortest circle through each step, short ones first. */
  private List<LockCircle> circles() {
    List<LockCircle> all = new ArrayList<>();
    steps
        .values()
        .forEach(some -> some.values().forEach(step -> {
          List<LockStep> back = way(step.taken(), step.held());
          if (!back.isEmpty()) {
            List<LockStep> round = new ArrayList<>(List.of(step));
            round.addAll(back);
            all.add(new LockCircle(List.copyOf(round)));
          }
        }));
    all.removeIf(LockCircle::isHarmless);
    all.sort(Comparator.comparingInt(circle -> circle.steps().size()));
    return all;
  }

  /** The shortest way from one lock to another; empty if there is none. */
  private List<LockStep> way(String from, String to) {
    Map<String, LockStep> by = new LinkedHashMap<>();
    Deque<String> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty() && !by.containsKey(to)) {
      for (LockStep step : steps.getOrDefault(open.remove(), Map.of()).values()) {
        if (!step.taken().equals(from) && by.putIfAbsent(step.taken(), step) == null) {
          open.add(step.taken());
        }
      }
    }
    Deque<LockStep> way = new ArrayDeque<>();
    for (LockStep step = by.get(to); step != null; step = by.get(step.held())) {
      way.addFirst(step);
    }
    return List.copyOf(way);
  }
}
