package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.ClassFacts;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.check.Problem;

/** Annotations do nothing in classes that no processor is shown. */
final class LocalClassCheck implements BodyCheck {
  @Override
  public void check(Facts facts, BodyReport report) {
    for (ClassFacts type : facts.classes()) {
      type.stray().ifPresent(annotation -> {
        String name = type.name().replaceAll(".*\\$\\d*", "");
        boolean isAnonymous = name.isEmpty();
        report.add(
            Problem.LOCAL_CLASS,
            type.spot(),
            type.suppressed(),
            annotation,
            isAnonymous ? "an anonymous" : "a local",
            isAnonymous ? "it" : name);
      });
    }
  }
}
