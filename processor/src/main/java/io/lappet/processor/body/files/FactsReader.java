package io.lappet.processor.body.files;

import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Activation;
import io.lappet.processor.body.facts.ChannelFacts;
import io.lappet.processor.body.facts.ClassFacts;
import io.lappet.processor.body.facts.Entry;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.body.facts.Path;
import io.lappet.processor.body.facts.Resource;
import io.lappet.processor.body.facts.Spot;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * Reads what {@link FactsWriter} has written. Each method throws {@link IllegalArgumentException} if
 * that is not what comes next.
 */
final class FactsReader {
  private static final Map<String, Path> PATHS = FactsWriter.WORDS.entrySet().stream()
      .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

  private final String[] parts;
  private int next;

  FactsReader(String text) {
    require(text.isEmpty() || text.endsWith("\n"));
    parts =
        text.isEmpty() ? new String[0] : text.substring(0, text.length() - 1).split("[\t\n]", -1);
  }

  boolean hasNext() {
    return next < parts.length;
  }

  ClassFacts type() {
    begin("class");
    String name = text();
    Set<Modifier> modifiers = modifiers();
    boolean isInterface = flag();
    List<String> supertypes = texts();
    boolean woven = flag();
    boolean confined = flag();
    Set<String> suppressed = new LinkedHashSet<>(texts());
    Spot spot = spot();
    List<Activation> activations = all(this::activation);
    List<ChannelFacts> channels = all(this::channel);
    List<ClassFacts.Accessor> resources = all(this::accessor);
    return new ClassFacts(
        name,
        modifiers,
        isInterface,
        supertypes,
        woven,
        Optional.empty(),
        confined,
        all(this::method),
        List.of(),
        activations,
        channels,
        resources,
        suppressed,
        spot);
  }

  private Activation activation() {
    begin("activation");
    return new Activation(
        one(Activation.Kind.class),
        text(),
        number(),
        flag(),
        false,
        optional(this::resource),
        optional(this::resource),
        optional(this::resource));
  }

  private ChannelFacts channel() {
    begin("channel");
    return new ChannelFacts(node(), number(), flag(), flag(), Optional.empty(), Set.of(), spot());
  }

  private ClassFacts.Accessor accessor() {
    begin("accessor");
    return new ClassFacts.Accessor(text(), node(), number(), flag(), spot());
  }

  private MethodFacts method() {
    begin("method");
    String id = text();
    String owner = text();
    String name = text();
    String label = text();
    MethodFacts.Kind kind = one(MethodFacts.Kind.class);
    Set<Modifier> modifiers = modifiers();
    List<String> parameters = texts();
    List<String> overrides = texts();
    Optional<String> enclosing = optional(this::text);
    Optional<MethodFacts.Twin> twin = optional(this::twin);
    Entry entry = entry();
    Set<String> suppressed = new LinkedHashSet<>(texts());
    Spot spot = spot();
    return new MethodFacts(
        id,
        owner,
        name,
        label,
        kind,
        modifiers,
        parameters,
        overrides,
        enclosing,
        twin,
        entry,
        all(this::act),
        suppressed,
        spot);
  }

  private MethodFacts.Twin twin() {
    return new MethodFacts.Twin(text(), optional(this::resource), flag());
  }

  private Entry entry() {
    return new Entry(
        optional(this::pass), optional(this::pass), all(this::hold), optional(this::guard));
  }

  private Entry.Pass pass() {
    return new Entry.Pass(resource(), flag(), number());
  }

  private Entry.Guard guard() {
    return new Entry.Guard(text(), flag(), flag());
  }

  private Act act() {
    String kind = text();
    List<Hold> held = all(this::hold);
    Spot spot = spot();
    return switch (kind) {
      case "Take" -> new Act.Take(hold(), held, spot);
      case "Invoke" ->
        new Act.Invoke(
            text(), text(), path(), all(this::path), one(Act.Dispatch.class), held, spot);
      case "Hand" -> new Act.Hand(text(), path(), text(), path(), number(), held, spot);
      case "Run" -> new Act.Run(number(), held, spot);
      case "Keep" -> new Act.Keep(number(), held, spot);
      case "Await" ->
        new Act.Await(
            one(Act.Wait.class), optional(this::resource), texts(), flag(), text(), held, spot);
      case "Open" -> new Act.Open(resource(), held, spot);
      case "Send" -> new Act.Send(resource(), path(), text(), held, spot);
      case "Start" ->
        new Act.Start(text(), path(), text(), optional(this::resource), flag(), held, spot);
      case "Block" -> new Act.Block(text(), held, spot);
      case "Access" ->
        new Act.Access(path(), text(), text(), one(Act.Touch.class), flag(), held, spot);
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private Hold hold() {
    return new Hold(resource(), flag(), flag());
  }

  private Resource resource() {
    return new Resource(path(), node(), optional(this::path));
  }

  private Node node() {
    return new Node(one(Node.Kind.class), text(), text(), flag());
  }

  private Path path() {
    String begin = text();
    Path known = PATHS.get(begin);
    return known != null
        ? known
        : new Path(Path.Root.valueOf(begin), text(), text(), number(), texts());
  }

  private Spot spot() {
    return new FarSpot(text());
  }

  private Set<Modifier> modifiers() {
    Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
    texts().forEach(name -> modifiers.add(Modifier.valueOf(name)));
    return modifiers;
  }

  private List<String> texts() {
    return all(this::text);
  }

  private <T> List<T> all(Supplier<T> read) {
    int count = number();
    List<T> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(read.get());
    }
    return List.copyOf(values);
  }

  private <T> Optional<T> optional(Supplier<T> read) {
    return flag() ? Optional.of(read.get()) : Optional.empty();
  }

  private void begin(String kind) {
    require(text().equals(kind));
  }

  private <E extends Enum<E>> E one(Class<E> type) {
    return Enum.valueOf(type, text());
  }

  private boolean flag() {
    String text = text();
    require(text.equals("+") || text.equals("-"));
    return text.equals("+");
  }

  private int number() {
    return Integer.parseInt(text());
  }

  private String text() {
    require(hasNext());
    return unescaped(parts[next++]);
  }

  private static String unescaped(String part) {
    if (part.indexOf('\\') < 0) {
      return part;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c == '\\') {
        require(++i < part.length());
        char escaped = part.charAt(i);
        c = escaped == 't' ? '\t' : escaped == 'n' ? '\n' : escaped;
      }
      text.append(c);
    }
    return text.toString();
  }

  private static void require(boolean expected) {
    if (!expected) {
      throw new IllegalArgumentException("damaged");
    }
  }
}
