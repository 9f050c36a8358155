package io.lappet.processor.read;

import static io.lappet.processor.model.Vocabulary.CHANNEL;
import static io.lappet.processor.model.Vocabulary.CHANNEL_VIEW;
import static io.lappet.processor.model.Vocabulary.FABRIC;
import static io.lappet.processor.model.Vocabulary.GATE;
import static io.lappet.processor.model.Vocabulary.LANE;
import static io.lappet.processor.model.Vocabulary.PERMITS;
import static io.lappet.processor.model.Vocabulary.READ_WRITE_LOCK;
import static io.lappet.processor.model.Vocabulary.RECEIVER;
import static io.lappet.processor.model.Vocabulary.SENDER;
import static io.lappet.processor.model.Vocabulary.TIMER;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.AccessorModel.ChannelAccessor;
import io.lappet.processor.model.AccessorModel.FabricAccessor;
import io.lappet.processor.model.AccessorModel.GateAccessor;
import io.lappet.processor.model.AccessorModel.LockAccessor;
import io.lappet.processor.model.AccessorModel.PermitsAccessor;
import io.lappet.processor.model.End;
import io.lappet.processor.model.PermitsShape;
import io.lappet.processor.model.Place;
import io.lappet.processor.model.WovenModel;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads the abstract methods: each is an accessor of a resource, or makes the class a base. */
final class AccessorStep implements Step {
  private static final List<ClassName> CHANNELS = List.of(CHANNEL, SENDER, RECEIVER, CHANNEL_VIEW);
  private static final String KINDS =
      "Channel, Sender, Receiver, ChannelView, Lock, Mutex, ReadWriteLock, Gate, Permits, Lane,"
          + " Worker, Timer or Fabric";

  @Override
  public void read(UserClass user, WovenModel woven, Report report) {
    for (Member method : user.methods()) {
      if (method.isDemand()) {
        if (NamedTypes.areAll(user, method)) {
          woven.addAbstract(Signatures.of(method));
        } else {
          woven.hideAbstract();
        }
        boolean isHidden = resource(method).isPresent() && method.hidingType().isPresent();
        if (isHidden) {
          woven.unclear(method.name());
        } else if (!method.isWoven() && !method.isTwin()) {
          read(user, method, woven, report);
        }
      }
    }
  }

  /** The accessor's resource, if its type is one of a resource. */
  static Optional<ClassName> resource(Member method) {
    TypeMirror type = method.type().getReturnType();
    boolean isAccessor =
        method.isDemand() && method.element().getParameters().isEmpty() && !method.isOutOfSight();
    if (!isAccessor || type.getKind() != TypeKind.DECLARED) {
      return Optional.empty();
    }
    return Optional.of(ClassName.get((TypeElement) ((DeclaredType) type).asElement()));
  }

  /** Whether a method with this resource is the accessor of a channel. */
  static boolean isChannel(ClassName resource) {
    return CHANNELS.contains(resource);
  }

  /** Whether a method with this resource can say how much may wait. */
  static boolean hasQueue(ClassName resource) {
    return isChannel(resource) || resource.equals(LANE);
  }

  private static void read(UserClass user, Member method, WovenModel woven, Report report) {
    Optional<ClassName> resource = resource(method);
    if (resource.filter(AccessorStep::isChannel).isPresent()) {
      // The ends of a channel with a mistake are no orphans: one cause, one message.
      channel(user, method, resource.get(), report)
          .ifPresentOrElse(woven::add, () -> woven.unclear(method.name()));
    } else if (resource.filter(ResourceKind.LOCK::has).isPresent()) {
      boolean readWrite = resource.get().equals(READ_WRITE_LOCK);
      Place place = method.anchor(method.place());
      woven.add(new LockAccessor(Signatures.of(method), readWrite, place));
    } else if (resource.filter(GATE::equals).isPresent()) {
      woven.add(new GateAccessor(Signatures.of(method)));
    } else if (resource.filter(PERMITS::equals).isPresent()) {
      PermitsShape shape = LimitReader.ofAccessor(method, report);
      woven.add(new PermitsAccessor(Signatures.of(method), shape));
    } else if (resource.filter(LANE::equals).isPresent()) {
      woven.add(LaneReader.read(method, report));
    } else if (resource.filter(WorkerAccessors::has).isPresent()) {
      WorkerAccessors.read(user, method, resource.get().equals(TIMER), report)
          .ifPresent(woven::add);
    } else if (resource.filter(FABRIC::equals).isPresent()) {
      woven.add(new FabricAccessor(Signatures.of(method)));
    } else {
      unknown(user, method, woven, report);
    }
  }

  /** The accessor of a channel; if there is none, the report says why. */
  static Optional<ChannelAccessor> channel(
      UserClass user, Member method, ClassName resource, Report report) {
    DeclaredType type = (DeclaredType) method.type().getReturnType();
    String example = resource.simpleName() + "<String>";
    if (TypeParts.isRaw(type)) {
      String fault = resource.simpleName() + " has no type argument";
      report.add(method.place(), Problem.GENERIC_RESOURCE, method.label(), fault, example);
      return Optional.empty();
    }
    TypeMirror message = type.getTypeArguments().get(0);
    if (message.getKind() == TypeKind.WILDCARD || isOwnVariable(method, message)) {
      String fault = "%s is no full type".formatted(TypeName.get(message));
      report.add(method.place(), Problem.GENERIC_RESOURCE, method.label(), fault, example);
      return Optional.empty();
    }
    Place place = method.anchor(method.place());
    boolean receives = List.of(CHANNEL, RECEIVER).contains(resource);
    return Optional.of(new ChannelAccessor(
        Signatures.of(method),
        new End(
            method.name(),
            method.label(),
            JavacType.of(user, message),
            End.Kind.HANDLE,
            place,
            place),
        List.of(CHANNEL, SENDER).contains(resource),
        receives,
        ChannelSpecReader.read(user, method, message, resource.equals(RECEIVER), report)));
  }

  private static boolean isOwnVariable(Member method, TypeMirror message) {
    return method.type().getTypeVariables().stream()
        .anyMatch(variable -> TypeParts.of(message).stream().anyMatch(variable::equals));
  }

  private static void unknown(UserClass user, Member method, WovenModel woven, Report report) {
    String label = method.isInherited() ? method.labelWithClass() : method.label();
    String fault = fault(method);
    if (user.isMarked()) {
      String remedy = "Give it a body, or the type %s and no parameters.".formatted(KINDS);
      Place place = method.anchor(method.place());
      report.add(place, Problem.UNKNOWN_ABSTRACT, label, fault, remedy);
      return;
    }
    if (!woven.isBase() && !user.isInterface()) {
      String remedy = "So %s is taken as a base class and not woven; with @Woven this is an error."
          .formatted(user.label());
      report.note(user.place(), Problem.UNKNOWN_ABSTRACT, label, fault, remedy);
    }
    woven.takeAsBase();
  }

  /** Why a method without a body is no accessor. */
  static String fault(Member method) {
    if (method.isOutOfSight()) {
      return "it is package-private in another package";
    }
    if (!method.element().getParameters().isEmpty()) {
      return "it has parameters";
    }
    return "%s is not the type of a resource".formatted(Signatures.of(method).returns());
  }
}
