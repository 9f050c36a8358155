package io.lappet.processor;

import com.google.auto.service.AutoService;
import com.palantir.javapoet.ClassName;
import io.lappet.processor.check.Levels;
import io.lappet.processor.check.Problem;
import io.lappet.processor.model.Vocabulary;
import io.lappet.processor.read.MissingTypes;
import io.lappet.processor.topology.TopologyReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Finds the classes with annotations of Lappet, round by round, and has each woven. */
@AutoService(Processor.class)
public final class LappetProcessor extends AbstractProcessor {
  /** The classes that wait for a type, with its name: elements do not outlive their round. */
  private final Map<String, String> waiting = new LinkedHashMap<>();

  private @Nullable Weaver weaver;

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("io.lappet.annotation.*", Vocabulary.GENERATED.canonicalName());
  }

  @Override
  public Set<String> getSupportedOptions() {
    // Gradle asks for one of the two last ones: with a topology, each class is part of one result.
    Set<String> options = new LinkedHashSet<>(Levels.options());
    boolean asOne = isInitialized() && TopologyReport.isAskedFor(processingEnv.getOptions());
    options.add("org.gradle.annotation.processing." + (asOne ? "aggregating" : "isolating"));
    return options;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    ProcessedTasks.add(environment);
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (round.processingOver()) {
      waiting.forEach(this::giveUp);
      finish();
      if (weaver != null && !ProcessedTasks.isWatched(processingEnv)) {
        noteUnread();
      }
      return true;
    }
    Set<TypeElement> classes = waitingClasses();
    for (TypeElement annotation : annotations) {
      if (isOneOf(annotation, Vocabulary.ACCEPT, Vocabulary.ACCEPT_SEVERAL)) {
        round.getElementsAnnotatedWith(annotation).forEach(weaver()::checkAccepted);
      } else if (!isOneOf(annotation, Vocabulary.GENERATED)) {
        round.getElementsAnnotatedWith(annotation).forEach(it -> classes.add(classOf(it)));
      }
    }
    if (!classes.isEmpty()) {
      ProcessedTasks.concern(processingEnv);
      Weaver weaver = weaver();
      classes.forEach(type -> weave(weaver, type));
    }
    // Claimed: otherwise javac would warn that nobody knows these annotations.
    return true;
  }

  private static boolean isOneOf(TypeElement annotation, ClassName... names) {
    return Arrays.stream(names)
        .anyMatch(name -> annotation.getQualifiedName().contentEquals(name.canonicalName()));
  }

  private Set<TypeElement> waitingClasses() {
    Set<TypeElement> classes = new LinkedHashSet<>();
    for (String name : waiting.keySet()) {
      Optional.ofNullable(processingEnv.getElementUtils().getTypeElement(name))
          .ifPresent(classes::add);
    }
    waiting.clear();
    return classes;
  }

  private static TypeElement classOf(Element element) {
    if (element instanceof TypeElement type) {
      return type;
    }
    return classOf(Objects.requireNonNull(element.getEnclosingElement(), element::toString));
  }

  /** The weaver of this compilation; a mistake in its options is told once, and only if needed. */
  private Weaver weaver() {
    if (weaver == null) {
      Messager messager = processingEnv.getMessager();
      Levels levels = new Levels(
          processingEnv.getOptions(),
          mistake -> messager.printMessage(Diagnostic.Kind.ERROR, mistake));
      weaver = new Weaver(processingEnv, levels);
    }
    return weaver;
  }

  private void finish() {
    Optional<TopologyReport> topology = weaver == null ? Optional.empty() : weaver.topology();
    if (weaver != null && topology.isPresent()) {
      try {
        if (ProcessedTasks.isWatched(processingEnv)) {
          ProcessedTasks.leave(processingEnv, topology.get()); // bodies have more to say
        } else {
          weaver.finish();
        }
      } catch (IOException | RuntimeException | LinkageError e) {
        String text = "The topology could not be written: " + e;
        processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, text);
      }
    }
  }

  private void weave(Weaver weaver, TypeElement type) {
    String name = type.getQualifiedName().toString();
    try {
      weaver.weave(type).ifPresent(missing -> waiting.put(name, missing));
    } catch (IOException
        | RuntimeException
        | LinkageError
        | AssertionError
        | StackOverflowError e) {
      Optional<String> missing = MissingTypes.mentionedIn(type);
      if (missing.isPresent()) {
        waiting.put(name, missing.get()); // no defect: the compiler does not understand it either
        return;
      }
      StringWriter stack = new StringWriter();
      e.printStackTrace(new PrintWriter(stack, true));
      String text = "Lappet failed on %s. This is a defect of Lappet.%n%s".formatted(name, stack);
      processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, text, type);
    }
  }

  private void noteUnread() {
    Problem problem = Problem.BODIES_UNREAD;
    new Levels(processingEnv.getOptions(), mistake -> {})
        .kind(problem)
        .ifPresent(kind -> processingEnv.getMessager().printMessage(kind, problem.text(kind)));
  }

  /** The compiler reports the missing type; this says what else comes of it. */
  private void giveUp(String name, String missing) {
    String text = "%s is not woven, because type %s is missing.".formatted(name, missing);
    processingEnv.getMessager().printMessage(Diagnostic.Kind.NOTE, text);
  }
}
