package io.lappet.processor.read;

import static io.lappet.processor.model.Vocabulary.READ_WRITE_LOCK;

import io.lappet.internal.text.Nearest;
import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.Handle;
import io.lappet.processor.model.PathModel;
import io.lappet.processor.model.Place;
import io.lappet.processor.model.SharedResource;
import io.lappet.processor.model.WovenModel;
import io.lappet.processor.read.Trail.Candidate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.lang.model.type.TypeMirror;

/** Finds the resource that a name in an annotation means. */
final class Resources {
  private final UserClass user;
  private final WovenModel woven;
  private final ImpliedLocks implied;
  private final Report report;

  Resources(UserClass user, WovenModel woven, Report report) {
    this.woven = woven;
    this.user = user;
    this.implied = new ImpliedLocks(user);
    this.report = report;
  }

  /** Whether that is the name of an accessor of that kind, of the class or shared. */
  boolean has(ResourceKind kind, String name) {
    return known(kind).contains(name);
  }

  /** The names that need no dot: those of accessors of the class, and of shared resources. */
  List<String> known(ResourceKind kind) {
    return Stream.concat(own(kind), woven.scope().names(kind.accessor()).stream())
        .distinct()
        .toList();
  }

  /** Whether a lock can have that name; the report says if the class has a gate or permits of it. */
  boolean canBeLock(String name, Place place) {
    for (ResourceKind kind : List.of(ResourceKind.GATE, ResourceKind.PERMITS)) {
      if (own(kind).anyMatch(name::equals)) {
        String fault = "a lock: it is the name of %s".formatted(kind.label());
        report.add(place, Problem.UNKNOWN_NAME, name, fault, "Name another one.");
        return false;
      }
    }
    return true;
  }

  private Stream<String> own(ResourceKind kind) {
    return user.methods().stream()
        .filter(method -> AccessorStep.resource(method).filter(kind::has).isPresent())
        .map(Member::name);
  }

  /**
   * The way from a parameter of {@code method} to its key; the report says if there is none.
   *
   * @param place where it is written
   */
  Optional<PathModel> key(Member method, String name, Place place) {
    Trail trail = new Trail(user, name, Trail.parameters(method));
    if (trail.follow(0)) {
      return Optional.of(written(trail));
    }
    String remedy = trail.type().isPresent()
        ? remedy(trail)
        : "A key is a parameter of %s, or a path that begins with one.".formatted(method.label());
    refuse("a key of " + method.label(), name, place, trail.alternatives(it -> true), remedy);
    return Optional.empty();
  }

  /**
   * What {@code name} means at {@code method}; the report says if it means nothing.
   *
   * @param place where it is written
   */
  Optional<Handle> find(ResourceKind kind, Member method, String name, Place place) {
    if (own(kind).anyMatch(name::equals)) {
      return Optional.of(new Handle.Own(name));
    }
    if (!woven.scope().candidates(name).isEmpty()) {
      return SharedNames.find(woven, name, kind.accessor(), kind.label(), place, report)
          .map(resource -> new Handle.Own(name));
    }
    if (!name.contains(".")) {
      String remedy = "Declare '%s'.".formatted(kind.declaration(name));
      return refuse(kind, name, place, known(kind), remedy);
    }
    return path(kind, method, name, place);
  }

  /**
   * The name of a lane; the report says if there is none.
   *
   * @param always a lane that there is in any case
   */
  Optional<String> lane(String name, Place place, String always) {
    ResourceKind kind = ResourceKind.LANE;
    if (own(kind).anyMatch(name::equals)) {
      return Optional.of(name);
    }
    if (!woven.scope().candidates(name).isEmpty()) {
      return SharedNames.find(woven, name, kind.accessor(), kind.label(), place, report)
          .map(SharedResource::name);
    }
    if (name.equals(always)) {
      return Optional.of(name);
    }
    List<String> known = new ArrayList<>(known(kind));
    known.add(always);
    boolean isName = SourceVersion.isIdentifier(name);
    String remedy = isName
        ? "Declare '%s', or write lane = \"%s\".".formatted(kind.declaration(name), always)
        : "Name an accessor of type Lane, or \"%s\".".formatted(always);
    if (!woven.isUnclear(name)) {
      refuse(kind, name, place, known, remedy);
    }
    return Optional.empty();
  }

  private Optional<Handle> path(ResourceKind kind, Member method, String text, Place place) {
    Trail trail = new Trail(user, text, Trail.beginnings(user, method));
    if (!trail.follow(1)) {
      return refuse(kind, text, place, trail.alternatives(Candidate::hasParts), remedy(trail));
    }
    Optional<Candidate> last = trail.ahead().filter(it -> isOf(kind, it));
    if (last.isPresent()) {
      trail.follow(0);
      boolean readWrite = user.isSubtype(last.get().type(), READ_WRITE_LOCK);
      return Optional.of(new Handle.Path(text, written(trail), readWrite));
    }
    TypeMirror owner = trail.type().orElseThrow();
    if (kind == ResourceKind.LOCK && implied.of(method, owner).contains(trail.name())) {
      return Optional.of(new Handle.OfOwner(text, written(trail), trail.name()));
    }
    String where = trail.where().orElseThrow();
    String remedy = trail.hasParts()
        ? "Declare '%s' in %s.".formatted(kind.declaration(trail.name()), where)
        : "%s has neither fields nor methods that can be asked.".formatted(where);
    List<String> known = new ArrayList<>(trail.alternatives(it -> isOf(kind, it)));
    if (kind == ResourceKind.LOCK) {
      implied.meant(method, owner).map(trail::alternative).forEach(known::add);
    }
    return refuse(kind, text, place, known, remedy);
  }

  /** Keeps a warning out of generated code. */
  void suppress(String category) {
    woven.suppress(category);
  }

  /** The way that {@code trail} has found, which generated code goes without a warning. */
  private PathModel written(Trail trail) {
    trail.warnings().forEach(this::suppress);
    return trail.path();
  }

  private static String remedy(Trail trail) {
    return trail
        .where()
        .map(type -> "%1$s has no field %2$s and no method %2$s() that can be asked."
            .formatted(type, trail.name()))
        .orElse("A path begins with a parameter, a final field that is not private,"
            + " or a method without parameters.");
  }

  private boolean isOf(ResourceKind kind, Candidate candidate) {
    return kind.types().stream().anyMatch(type -> user.isSubtype(candidate.type(), type));
  }

  private Optional<Handle> refuse(
      ResourceKind kind, String text, Place place, Collection<String> known, String remedy) {
    refuse(
        "%s that %s can reach".formatted(kind.label(), user.label()), text, place, known, remedy);
    return Optional.empty();
  }

  private void refuse(
      String wanted, String text, Place place, Collection<String> known, String remedy) {
    String nearest =
        Nearest.to(text, known).map("Did you mean \"%s\"?"::formatted).orElse(remedy);
    report.add(place, Problem.UNKNOWN_NAME, text, wanted, nearest);
  }
}
