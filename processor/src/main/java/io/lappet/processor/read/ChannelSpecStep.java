package io.lappet.processor.read;

import static io.lappet.processor.model.Vocabulary.CHANNEL_SPEC;

import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.WovenModel;

/** Refuses {@code @ChannelSpec} where nothing waits. */
final class ChannelSpecStep implements Step {
  @Override
  public void read(UserClass user, WovenModel woven, Report report) {
    for (Member method : user.methodsWith(CHANNEL_SPEC)) {
      if (AccessorStep.resource(method).filter(AccessorStep::hasQueue).isEmpty()) {
        method.mark(CHANNEL_SPEC).ifPresent(mark -> refuse(method, mark, report));
      }
    }
  }

  private static void refuse(Member method, Mark mark, Report report) {
    report.add(
        mark.place(),
        Problem.CONTRADICTION,
        "@ChannelSpec",
        method.label(),
        "it is not the accessor of a channel or a lane",
        "Put it on an abstract method of that name, 'abstract ChannelView<T> orders();' for example.");
  }
}
