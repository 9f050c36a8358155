package io.lappet.processor;

import io.lappet.processor.check.Accepted;
import io.lappet.processor.check.Check;
import io.lappet.processor.check.Levels;
import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.ChannelModel;
import io.lappet.processor.model.ClassModel;
import io.lappet.processor.model.Place;
import io.lappet.processor.model.SharedModel;
import io.lappet.processor.model.Wiring;
import io.lappet.processor.model.WovenModel;
import io.lappet.processor.read.Bodies;
import io.lappet.processor.read.ClassReader;
import io.lappet.processor.read.MissingTypes;
import io.lappet.processor.read.Obstacle;
import io.lappet.processor.read.OwnMistakes;
import io.lappet.processor.read.SharedReader;
import io.lappet.processor.read.Step;
import io.lappet.processor.read.UserClass;
import io.lappet.processor.topology.Survey;
import io.lappet.processor.topology.TopologyReport;
import io.lappet.processor.write.SharedWriter;
import io.lappet.processor.write.Source;
import io.lappet.processor.write.WovenWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads one class, says everything that is wrong with it, and writes its woven class. */
final class Weaver {
  private final Types types;
  private final Elements elements;
  private final Bodies bodies;
  private final Messager messager;
  private final Filer filer;
  private final Levels levels;
  private final Optional<TopologyReport> topology;

  Weaver(ProcessingEnvironment environment, Levels levels) {
    this.types = environment.getTypeUtils();
    this.elements = environment.getElementUtils();
    this.bodies = Bodies.of(environment);
    this.messager = environment.getMessager();
    this.filer = environment.getFiler();
    this.levels = levels;
    this.topology = TopologyReport.of(environment.getOptions());
  }

  /** Says what is wrong with what {@code element} accepts. */
  void checkAccepted(Element element) {
    Report report = new Report(levels);
    Accepted.check(element, report);
    report.printTo(messager);
  }

  /** What is drawn of all classes, if that is asked for. */
  Optional<TopologyReport> topology() {
    return topology;
  }

  /** All classes have been woven, and nobody will say what their bodies do. */
  void finish() throws IOException {
    if (topology.isPresent()) {
      topology.get().finish(filer, levels, messager::printMessage);
    }
  }

  /**
   * Weaves {@code type}.
   *
   * @return a type that is missing and may come in a later round; then nothing was done
   */
  Optional<String> weave(TypeElement type) throws IOException {
    UserClass user = new UserClass(type, types, elements, bodies);
    Optional<String> missing = MissingTypes.of(user);
    if (missing.isEmpty()) {
      Report report = new Report(levels);
      Optional<Source> source =
          SharedReader.isShared(user) ? Optional.of(shared(user, report)) : source(user, report);
      if (source.isPresent()) {
        write(source.get(), type, report);
      }
      report.printTo(messager);
    }
    return missing;
  }

  private Source shared(UserClass user, Report report) {
    ClassModel head = ClassReader.read(user);
    Optional<Obstacle> obstacle = ClassReader.obstacleOfShared(user);
    if (obstacle.isPresent()) {
      refuse(head, obstacle.get(), report);
      return WovenWriter.emptySkeleton(head);
    }
    SharedModel shared = SharedReader.read(user, report);
    if (OwnMistakes.areIn(user)) {
      return WovenWriter.emptySkeleton(head);
    }
    boolean isWhole = report.isClean() && user.isReadable();
    topology.ifPresent(it -> Survey.enter(it.topology(), shared));
    return isWhole ? SharedWriter.write(shared) : SharedWriter.skeleton(shared);
  }

  private static void refuse(ClassModel head, Obstacle obstacle, Report report) {
    report.add(
        head.place(),
        Problem.CANNOT_WEAVE_CLASS,
        head.label(),
        obstacle.reason(),
        obstacle.remedy());
  }

  private Optional<Source> source(UserClass user, Report report) {
    ClassModel head = ClassReader.read(user);
    boolean isBaseInterface = user.isInterface() && !user.isMarked();
    Optional<Obstacle> obstacle = isBaseInterface ? Optional.empty() : ClassReader.obstacle(user);
    if (obstacle.isPresent()) {
      refuse(head, obstacle.get(), report);
      return Optional.of(WovenWriter.emptySkeleton(head));
    }
    WovenModel woven = new WovenModel(head);
    Step.ALL.forEach(step -> step.read(user, woven, report));
    if (woven.isBase() || isBaseInterface) {
      return Optional.empty();
    }
    if (OwnMistakes.areIn(user)) {
      return Optional.of(WovenWriter.emptySkeleton(head));
    }
    List<ChannelModel> channels = Wiring.of(woven);
    Check.ALL.forEach(check -> check.check(woven, channels, report));
    boolean isWhole = report.isClean() && user.isReadable();
    topology.ifPresent(it -> Survey.enter(it.topology(), woven, channels));
    return Optional.of(isWhole ? WovenWriter.write(woven, channels) : WovenWriter.skeleton(woven));
  }

  private void write(Source source, TypeElement origin, Report report) throws IOException {
    try (Writer file = filer.createSourceFile(source.name(), origin).openWriter()) {
      file.write(source.text());
    } catch (FilerException e) {
      report.add(
          Place.of(origin),
          Problem.CONTRADICTION,
          "Class " + source.name(),
          origin.getSimpleName().toString(),
          "it has the name of the class that is generated",
          "Rename one of the two.");
    }
  }
}
