package io.lappet.processor.body.read;

import static io.lappet.processor.model.Vocabulary.ASYNC;
import static io.lappet.processor.model.Vocabulary.CHANNEL_SPEC;
import static io.lappet.processor.model.Vocabulary.CONSUMER;
import static io.lappet.processor.model.Vocabulary.DAEMON;
import static io.lappet.processor.model.Vocabulary.ON_ERROR;
import static io.lappet.processor.model.Vocabulary.PERIODIC_TIMER;
import static io.lappet.processor.model.Vocabulary.PRODUCER;

import com.palantir.javapoet.ClassName;
import io.lappet.processor.body.facts.Activation;
import io.lappet.processor.body.facts.Activation.Kind;
import io.lappet.processor.body.facts.ChannelFacts;
import io.lappet.processor.body.facts.ClassFacts.Accessor;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.body.facts.Path;
import io.lappet.processor.body.facts.Resource;
import io.lappet.processor.body.facts.Spot;
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
        channel(type, mark.string("from")),
        channel(type, mark.string("to")),
        channel(type, failure.map(it -> it.string("deadLetter")).orElse("")));
  }

  private Optional<Resource> channel(TypeElement type, String name) {
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(Resource.of(Path.THIS, names.channel(type, name)));
  }

  /** The channels that {@code type} declares, then those that it implies. */
  List<ChannelFacts> channels(TypeElement type, Function<ExecutableElement, Spot> spots) {
    Map<Node, ChannelFacts> all = new LinkedHashMap<>();
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      names
          .accessor(method)
          .filter(node -> node.kind() == Node.Kind.CHANNEL)
          .ifPresent(node -> all.put(
              node,
              new ChannelFacts(
                  node, blocks(method), isExported(type, method), spots.apply(method))));
    }
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      KINDS.forEach((name, kind) -> mark(method, name).ifPresent(mark -> {
        Activation activation = activation(type, method, kind, mark);
        List.of(activation.from(), activation.to(), activation.deadLetters()).stream()
            .flatMap(Optional::stream)
            .map(Resource::node)
            .filter(node -> !node.shared() && names.declared(type, node.name()).isEmpty())
            .forEach(node ->
                all.putIfAbsent(node, new ChannelFacts(node, true, false, spots.apply(method))));
      }));
    }
    return List.copyOf(all.values());
  }

  private boolean isReceivable(ExecutableElement accessor) {
    String returned = symbols.erased(accessor.getReturnType());
    return returned.equals("io.lappet.Channel") || returned.equals("io.lappet.Receiver");
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
          .map(node ->
              new Accessor(symbols.id(method), node, isExported(type, method), spots.apply(method)))
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

  /** The id of the method that {@code twin} runs elsewhere. */
  Optional<String> twinOf(ExecutableElement twin) {
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
