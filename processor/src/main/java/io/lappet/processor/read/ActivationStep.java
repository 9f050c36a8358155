package io.lappet.processor.read;

import com.palantir.javapoet.ClassName;
import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.ActivationModel;
import io.lappet.processor.model.WovenModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the methods with one of the annotations that make the runtime call them. */
abstract class ActivationStep implements Step {
  private final ClassName annotation;

  ActivationStep(ClassName annotation) {
    this.annotation = annotation;
  }

  /** The model of a method; if there is none, the report of {@code reader} says why. */
  abstract Optional<ActivationModel> activation(ActivationReader reader);

  @Override
  public final void read(UserClass user, WovenModel woven, Report report) {
    for (Member method : user.methodsWith(annotation)) {
      List<Mark> marks = method.marks(annotation);
      for (int i = 0; i < marks.size(); i++) {
        List<Mark> before = marks.subList(0, i);
        read(new ActivationReader(user, method, marks.get(i), before, woven, report));
      }
    }
  }

  /** Whether the channels that are named have a name; no name at all is no mistake of this kind. */
  private static boolean namesItsChannels(Mark mark, Report report) {
    boolean all = true;
    for (String element : List.of("from", "to")) {
      if (mark.isSet(element) && mark.string(element).isBlank()) {
        String remedy = "Write a name, for example %s = \"orders\".".formatted(element);
        report.add(
            mark.place(element),
            Problem.UNKNOWN_NAME,
            mark.string(element),
            "the name of a channel",
            remedy);
        all = false;
      }
    }
    return all;
  }

  private void read(ActivationReader reader) {
    Member method = reader.method();
    WovenModel woven = reader.woven();
    boolean isGeneric = !method.type().getTypeVariables().isEmpty();
    if (isGeneric) {
      reader
          .report()
          .add(
              method.place(),
              Problem.GENERIC_RESOURCE,
              method.label(),
              "the method has type variables of its own",
              "String");
    }
    boolean named = namesItsChannels(reader.mark(), reader.report());
    if (!named) {
      woven.unclearAny();
    }
    boolean sound = named
        && !isGeneric
        && method.obstacle().isEmpty()
        && method.activations().size() == 1;
    Optional<ActivationModel> activation = sound ? activation(reader) : Optional.empty();
    // The channels of a method with a mistake are no orphans: one cause, one message.
    activation.ifPresentOrElse(
        woven::add,
        () -> Stream.of("from", "to").map(reader.mark()::string).forEach(woven::unclear));
  }
}
