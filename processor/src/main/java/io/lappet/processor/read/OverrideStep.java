package io.lappet.processor.read;

import static io.lappet.processor.model.Vocabulary.ACTIVATIONS;
import static io.lappet.processor.model.Vocabulary.LIMIT;
import static io.lappet.processor.model.Vocabulary.SYNCHRONIZED;
import static io.lappet.processor.model.Vocabulary.WAIT_UNTIL;

import com.palantir.javapoet.ClassName;
import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.WovenModel;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/** Refuses methods that override an annotated one and lose the annotation by that. */
final class OverrideStep implements Step {
  @Override
  public void read(UserClass user, WovenModel woven, Report report) {
    for (Member method : user.methods()) {
      if (!method.isInherited()) {
        read(user, method, woven, report);
      }
    }
  }

  private static void read(UserClass user, Member method, WovenModel woven, Report report) {
    for (ExecutableElement overridden : user.lineage().overriddenBy(method.element())) {
      refuseLoss(user, woven, method, overridden, SYNCHRONIZED, "its calls hold no lock", report);
      refuseLoss(user, woven, method, overridden, WAIT_UNTIL, "its calls do not wait", report);
      refuseLoss(user, woven, method, overridden, LIMIT, "its calls are not limited", report);
      for (ClassName activation : ACTIVATIONS) {
        refuseLoss(user, woven, method, overridden, activation, "nobody calls it", report);
      }
    }
  }

  private static void refuseLoss(
      UserClass user,
      WovenModel woven,
      Member method,
      ExecutableElement overridden,
      ClassName annotation,
      String loss,
      Report report) {
    // What had no body had nothing to lose: the annotation said what to generate.
    boolean had = !overridden.getModifiers().contains(Modifier.ABSTRACT)
        && Mark.find(user.elements(), overridden, annotation).isPresent();
    if (had && !method.has(annotation)) {
      // What it loses may be the other user of a lock or channel: one cause, one message.
      woven.unclearAny();
      report.add(
          method.place(),
          Problem.OVERRIDE_DROPS,
          method.label(),
          annotation.simpleName(),
          loss,
          annotation.simpleName(),
          Lineage.declaring(overridden).getSimpleName());
    }
  }
}
