package io.lappet.processor.read;

import static io.lappet.processor.model.Vocabulary.GATE;
import static io.lappet.processor.model.Vocabulary.LANE;
import static io.lappet.processor.model.Vocabulary.PERMITS;
import static io.lappet.processor.model.Vocabulary.READ_WRITE_LOCK;
import static io.lappet.processor.model.Vocabulary.SHARED;
import static io.lappet.processor.model.Vocabulary.WOVEN;

import com.palantir.javapoet.ClassName;
import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.AccessorModel;
import io.lappet.processor.model.AccessorModel.GateAccessor;
import io.lappet.processor.model.AccessorModel.LockAccessor;
import io.lappet.processor.model.AccessorModel.PermitsAccessor;
import io.lappet.processor.model.PermitsShape;
import io.lappet.processor.model.Place;
import io.lappet.processor.model.SharedModel;
import io.lappet.processor.model.WovenModel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a {@code @Shared} interface, which holds accessors of resources and nothing else. */
public final class SharedReader {
  private static final List<Step> STEPS =
      List.of(new ChannelSpecStep(), new LimitStep(), new LintStep());
  private static final String KINDS =
      "Mutex, Lock, ReadWriteLock, Gate, Permits, Lane, Channel, Sender, Receiver or ChannelView";

  private final UserClass user;
  private final Report report;

  private SharedReader(UserClass user, Report report) {
    this.user = user;
    this.report = report;
  }

  /** Whether {@code user} asks for shared resources. */
  public static boolean isShared(UserClass user) {
    return user.mark(SHARED).isPresent();
  }

  /** The model of {@code user}, which has no obstacle; what is wrong with it goes to the report. */
  public static SharedModel read(UserClass user, Report report) {
    return new SharedReader(user, report).read();
  }

  private SharedModel read() {
    WovenModel read = new WovenModel(ClassReader.read(user));
    List<AccessorModel> resources = new ArrayList<>();
    Set<String> unwritten = new LinkedHashSet<>();
    for (Member method : user.methods()) {
      accessor(method).ifPresentOrElse(resources::add, () -> unwritten.add(method.name()));
      if (method.isDemand()) {
        read.addAbstract(Signatures.of(method));
      }
    }
    user.mark(WOVEN).ifPresent(this::refuseWoven);
    STEPS.forEach(step -> step.read(user, read, report));
    return new SharedModel(
        read.type(), resources, unwritten, read.abstractMethods(), read.suppressed());
  }

  private void refuseWoven(Mark mark) {
    String reason = "classes are woven, interfaces are implemented";
    report.add(
        mark.place(), Problem.CONTRADICTION, "@Woven", "@Shared", reason, "Remove one of the two.");
  }

  private Optional<AccessorModel> accessor(Member method) {
    if (!method.isDemand()) {
      return refuse(
          method,
          Problem.CANNOT_WEAVE,
          "a method with a body in a @Shared interface, which has nothing but resources",
          "Put it into a class.");
    }
    if (method.isWoven() || method.isTwin()) {
      return refuse(
          method,
          Problem.CANNOT_WEAVE,
          "abstract, in a @Shared interface, which has nothing but resources",
          "Put the annotation on a method of a class.");
    }
    return AccessorStep.resource(method)
        .map(resource -> accessor(method, resource))
        .orElseGet(() -> refuseType(method));
  }

  private Optional<AccessorModel> accessor(Member method, ClassName resource) {
    if (AccessorStep.isChannel(resource)) {
      return AccessorStep.channel(user, method, resource, report).map(it -> it);
    } else if (ResourceKind.LOCK.has(resource)) {
      boolean readWrite = resource.equals(READ_WRITE_LOCK);
      Place place = method.anchor(method.place());
      return Optional.of(new LockAccessor(Signatures.of(method), readWrite, place));
    } else if (resource.equals(GATE)) {
      return Optional.of(new GateAccessor(Signatures.of(method)));
    } else if (resource.equals(PERMITS)) {
      PermitsShape shape = LimitReader.ofAccessor(method, report);
      return Optional.of(new PermitsAccessor(Signatures.of(method), shape));
    } else if (resource.equals(LANE)) {
      return Optional.of(LaneReader.read(method, report));
    }
    return refuseType(method);
  }

  private Optional<AccessorModel> refuseType(Member method) {
    String remedy = "Give it no parameters and one of the types %s.".formatted(KINDS);
    return refuse(method, Problem.UNKNOWN_ABSTRACT, AccessorStep.fault(method), remedy);
  }

  private Optional<AccessorModel> refuse(
      Member method, Problem problem, String fault, String remedy) {
    String label = method.isInherited() ? method.labelWithClass() : method.label();
    report.add(method.anchor(method.place()), problem, label, fault, remedy);
    return Optional.empty();
  }
}
