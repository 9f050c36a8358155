package io.lappet.processor.read;

import static io.lappet.processor.model.Vocabulary.READ_WRITE_LOCK;

import io.lappet.processor.check.Nearest;
import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.Handle;
import io.lappet.processor.model.Place;
import io.lappet.processor.read.Trail.Candidate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** Finds the resource that a name in an annotation means. */
final class Resources {
  private final UserClass user;
  private final ImpliedLocks implied;
  private final Report report;

  Resources(UserClass user, Report report) {
    this.user = user;
    this.implied = new ImpliedLocks(user);
    this.report = report;
  }

  /** Whether the class has an accessor of that name and kind. */
  boolean has(ResourceKind kind, String name) {
    return own(kind).contains(name);
  }

  /** The names that need no dot: those of the accessors of the class. */
  List<String> own(ResourceKind kind) {
    return user.methods().stream()
        .filter(method -> AccessorStep.resource(method).filter(kind::has).isPresent())
        .map(Member::name)
        .toList();
  }

  /**
   * What {@code name} means at {@code method}; the report says if it means nothing.
   *
   * @param place where it is written
   */
  Optional<Handle> find(ResourceKind kind, Member method, String name, Place place) {
    if (has(kind, name)) {
      return Optional.of(new Handle.Own(name));
    }
    int last = name.lastIndexOf('.');
    return last < 0
        ? refuse(kind, name, place, own(kind), "Declare '%s'.".formatted(kind.declaration(name)))
        : path(kind, method, name, place);
  }

  private Optional<Handle> path(ResourceKind kind, Member method, String text, Place place) {
    List<String> names = List.of(text.split("\\.", -1));
    Optional<Trail> begun = Trail.begin(user, method, names.get(0));
    if (begun.isEmpty()) {
      String rest = text.substring(text.indexOf('.'));
      List<String> known = Trail.beginnings(user, method).keySet().stream()
          .map(name -> name + rest)
          .toList();
      String remedy =
          "A path begins with a parameter, a non-private final field, or a method without parameters.";
      return refuse(kind, text, place, known, remedy);
    }
    Trail trail = begun.get();
    String done = names.get(0) + ".";
    for (String name : names.subList(1, names.size() - 1)) {
      if (!trail.follow(name)) {
        return refuseHop(kind, text, place, trail, done, name);
      }
      done += name + ".";
    }
    String last = names.get(names.size() - 1);
    Optional<Candidate> found =
        Optional.ofNullable(trail.next().get(last)).filter(it -> isOf(kind, it));
    if (found.isEmpty() && kind == ResourceKind.LOCK && implied.has(method, trail.type(), last)) {
      return Optional.of(new Handle.OfOwner(text, trail.path(), last));
    }
    if (found.isEmpty()) {
      return refuseLast(kind, text, place, trail, done, last);
    }
    trail.follow(last);
    boolean readWrite = user.isSubtype(trail.type(), READ_WRITE_LOCK);
    return Optional.of(new Handle.Path(text, trail.path(), readWrite));
  }

  private boolean isOf(ResourceKind kind, Candidate candidate) {
    return kind.types().stream().anyMatch(type -> user.isSubtype(candidate.type(), type));
  }

  private Optional<Handle> refuseHop(
      ResourceKind kind, String text, Place place, Trail trail, String done, String name) {
    String rest = text.substring(done.length() + name.length());
    List<String> known =
        trail.next().keySet().stream().map(it -> done + it + rest).toList();
    String remedy = "%s has no method and no final field %s.".formatted(simple(trail.type()), name);
    return refuse(kind, text, place, known, remedy);
  }

  private Optional<Handle> refuseLast(
      ResourceKind kind, String text, Place place, Trail trail, String done, String last) {
    List<String> known = trail.next().entrySet().stream()
        .filter(it -> isOf(kind, it.getValue()))
        .map(Map.Entry::getKey)
        .map(it -> done + it)
        .toList();
    String remedy = "Declare '%s' in %s.".formatted(kind.declaration(last), simple(trail.type()));
    return refuse(kind, text, place, known, remedy);
  }

  private static String simple(TypeMirror type) {
    return type.toString().replaceAll("[\\w.]*\\.(?=\\w)", "");
  }

  private Optional<Handle> refuse(
      ResourceKind kind, String text, Place place, Collection<String> known, String remedy) {
    report.add(
        place,
        Problem.UNKNOWN_NAME,
        text,
        kind.label() + " that " + user.label() + " can reach",
        Nearest.to(text, known).map("Did you mean \"%s\"?"::formatted).orElse(remedy));
    return Optional.empty();
  }
}
