package io.lappet.processor.body.read;

import static io.lappet.processor.model.Vocabulary.ASYNC;
import static io.lappet.processor.model.Vocabulary.CHANNEL_SPEC;
import static io.lappet.processor.model.Vocabulary.CONSUMER;
import static io.lappet.processor.model.Vocabulary.DAEMON;
import static io.lappet.processor.model.Vocabulary.LIMIT;
import static io.lappet.processor.model.Vocabulary.ON_ERROR;
import static io.lappet.processor.model.Vocabulary.PERIODIC_TIMER;
import static io.lappet.processor.model.Vocabulary.PRODUCER;

import com.palantir.javapoet.ClassName;
import io.lappet.processor.body.facts.Activation;
import io.lappet.processor.body.facts.Activation.Kind;
import io.lappet.processor.body.facts.ChannelFacts;
import io.lappet.processor.body.facts.ClassFacts.Accessor;
import io.lappet.processor.body.facts.MethodFacts.Twin;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.body.facts.Path;
import io.lappet.processor.body.facts.Resource;
import io.lappet.processor.body.facts.Spot;
import io.lappet.processor.model.ChannelShape;
import io.lappet.processor.model.Vocabulary;
import io.lappet.processor.read.Mark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** Reads what the runtime calls by itself, and the channels between. */
final class Activations {
  private static final Map<ClassName, Kind> KINDS = Map.of(
      DAEMON,
      Kind.DAEMON,
      PRODUCER,
      Kind.PRODUCER,
      CONSUMER,
      Kind.CONSUMER,
      PERIODIC_TIMER,
      Kind.TIMER,
      PERIODIC_TIMER.nestedClass("Several"),
      Kind.TIMER);

  private final Symbols symbols;
  private final ResourceNames names;

  Activations(Symbols symbols, ResourceNames names) {
    this.symbols = symbols;
    this.names = names;
  }

  private Optional<Mark> mark(Element element, ClassName name) {
    return Mark.find(symbols.elements(), element, name);
  }

  /** Whether any annotation of ours is on {@code type} or on a method of it. */
  boolean isWoven(TypeElement type) {
    return firstMark(type).isPresent();
  }

  /** The first annotation of ours on {@code type} or on a method of it. */
  Optional<String> firstMark(TypeElement type) {
    return Stream.concat(
            Stream.of(type), ElementFilter.methodsIn(type.getEnclosedElements()).stream())
        .flatMap(element -> Vocabulary.ALL.stream()
            .filter(name -> mark(element, name).isPresent())
            .map(ClassName::simpleName))
        .findFirst();
  }

  List<Activation> of(TypeElement type) {
    List<Activation> all = new ArrayList<>();
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      KINDS.forEach((name, kind) ->
          mark(method, name).ifPresent(mark -> all.add(activation(type, method, kind, mark))));
    }
    return all;
  }

  private Activation activation(TypeElement type, ExecutableElement method, Kind kind, Mark mark) {
    Optional<Mark> failure = mark(method, ON_ERROR).or(() -> mark(type, ON_ERROR));
    return new Activation(
        kind,
        symbols.id(method),
        Math.max(1, mark.number("concurrency")),
        kind == Kind.CONSUMER && !mark.string("key").isEmpty(),
        isVirtual(kind, mark),
        channel(type, mark.string("from")),
        channel(type, mark.string("to")),
        channel(type, failure.map(it -> it.string("deadLetter")).orElse("")));
  }

  private static boolean isVirtual(Kind kind, Mark mark) {
    String thread = mark.constant("thread");
    return thread.equals("VIRTUAL") || kind == Kind.TIMER && !thread.equals("PLATFORM");
  }

  /** The channel that {@code method}, if it is a producer, gets as its parameter. */
  Optional<Resource> pushed(ExecutableElement method) {
    return mark(method, PRODUCER)
        .filter(mark -> !method.getParameters().isEmpty())
        .flatMap(mark -> channel(Symbols.declaring(method), mark.string("to")));
  }

  /** Whether what {@code method} gives is sent to a channel. */
  boolean givesAway(ExecutableElement method) {
    return method.getReturnType().getKind() != TypeKind.VOID
        && KINDS.keySet().stream()
            .flatMap(name -> mark(method, name).stream())
            .anyMatch(mark -> !mark.string("to").isEmpty());
  }

  private Optional<Resource> channel(TypeElement type, String name) {
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(Resource.of(Path.THIS, names.channel(type, name)));
  }

  /** The channels that {@code type} declares, then those that it implies. */
  List<ChannelFacts> channels(TypeElement type, Function<ExecutableElement, Spot> spots) {
    Map<Node, ChannelFacts> all = new LinkedHashMap<>();
    List<ExecutableElement> methods = ElementFilter.methodsIn(type.getEnclosedElements());
    for (ExecutableElement method : methods) {
      names
          .accessor(method)
          .filter(node -> node.kind() == Node.Kind.CHANNEL)
          .ifPresent(node -> all.put(
              node,
              new ChannelFacts(
                  node,
                  capacity(method),
                  blocks(method),
                  isExported(type, method),
                  Messages.of(method).flatMap(it -> Sendable.change(symbols, it)),
                  symbols.suppressed(method),
                  spots.apply(method))));
    }
    // Those that send come first: what they give is what the messages are.
    for (boolean sends : List.of(true, false)) {
      for (ExecutableElement method : methods) {
        KINDS.forEach((name, kind) -> mark(method, name)
            .ifPresent(mark -> implied(type, activation(type, method, kind, mark), sends)
                .filter(node -> !all.containsKey(node))
                .forEach(node -> all.put(
                    node,
                    new ChannelFacts(
                        node,
                        ChannelShape.DEFAULT.capacity(),
                        true,
                        false,
                        Messages.of(method, mark, sends)
                            .flatMap(it -> Sendable.change(symbols, it)),
                        symbols.suppressed(method),
                        spots.apply(method))))));
      }
    }
    return List.copyOf(all.values());
  }

  /** The channels without an accessor to which {@code activation} sends, or from which it takes. */
  private Stream<Node> implied(TypeElement type, Activation activation, boolean sends) {
    Stream<Optional<Resource>> ends =
        sends ? Stream.of(activation.to()) : Stream.of(activation.from(), activation.deadLetters());
    return ends.flatMap(Optional::stream)
        .map(Resource::node)
        .filter(node -> !node.shared() && names.declared(type, node.name()).isEmpty());
  }

  private int capacity(ExecutableElement accessor) {
    return mark(accessor, CHANNEL_SPEC)
        .map(spec -> spec.number("capacity"))
        .orElse(ChannelShape.DEFAULT.capacity());
  }

  private boolean blocks(ExecutableElement accessor) {
    Optional<Mark> spec = mark(accessor, CHANNEL_SPEC);
    return spec.isEmpty()
        || spec.get().constant("overflow").equals("BLOCK")
            && spec.get().number("capacity") != Integer.MAX_VALUE;
  }

  List<Accessor> accessors(TypeElement type, Function<ExecutableElement, Spot> spots) {
    List<Accessor> all = new ArrayList<>();
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      names
          .accessor(method)
          .map(node -> new Accessor(
              symbols.id(method),
              node,
              mark(method, LIMIT).map(it -> it.number("permits")).orElse(0),
              isExported(type, method),
              spots.apply(method)))
          .ifPresent(all::add);
    }
    return all;
  }

  private static boolean isExported(TypeElement type, ExecutableElement method) {
    boolean ofInterface = type.getKind().isInterface();
    boolean isVisible = ofInterface
        || method.getModifiers().contains(Modifier.PUBLIC)
        || method.getModifiers().contains(Modifier.PROTECTED);
    for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
      boolean inInterface = at.getEnclosingElement() instanceof TypeElement around
          && around.getKind().isInterface();
      isVisible &= inInterface || at.getModifiers().contains(Modifier.PUBLIC);
    }
    return isVisible;
  }

  /** What {@code method} runs elsewhere, if it is a twin. */
  Optional<Twin> twin(ExecutableElement method) {
    Optional<Mark> async = mark(method, ASYNC);
    return async
        .flatMap(unused -> target(method))
        .map(target -> new Twin(
            target,
            async
                .map(it -> it.string("lane"))
                .flatMap(lane -> names.find(method, lane, Node.Kind.LANE)),
            async.filter(it -> it.flag("callerRuns")).isPresent()));
  }

  /** The id of the method that {@code twin} runs elsewhere. */
  private Optional<String> target(ExecutableElement twin) {
    Optional<Mark> async = mark(twin, ASYNC);
    if (async.isEmpty()) {
      return Optional.empty();
    }
    String written = async.get().string("value");
    String own = twin.getSimpleName().toString();
    String target = written.isEmpty() ? own.replaceFirst("Async$", "") : written;
    int parameters = twin.getParameters().size();
    TypeElement type = Symbols.declaring(twin);
    List<ExecutableElement> all = symbols.lineage(type).stream()
        .flatMap(it -> ElementFilter.methodsIn(it.getEnclosedElements()).stream())
        .filter(it -> it.getSimpleName().contentEquals(target) && !it.equals(twin))
        .filter(it -> !it.getModifiers().contains(Modifier.ABSTRACT))
        .toList();
    return all.stream()
        .filter(it -> isSame(it, twin, parameters))
        .findFirst()
        .or(() -> all.stream()
            .filter(it -> it.getParameters().size() == parameters + 1)
            .findFirst())
        .map(symbols::id);
  }

  private boolean isSame(ExecutableElement target, ExecutableElement twin, int parameters) {
    if (target.getParameters().size() != parameters) {
      return false;
    }
    for (int i = 0; i < parameters; i++) {
      String one = symbols.erased(target.getParameters().get(i).asType());
      String other = symbols.erased(twin.getParameters().get(i).asType());
      if (!one.equals(other)) {
        return false;
      }
    }
    return true;
  }
}
