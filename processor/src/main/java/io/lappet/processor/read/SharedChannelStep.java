package io.lappet.processor.read;

import io.lappet.processor.check.Report;
import io.lappet.processor.model.AccessorModel.ChannelAccessor;
import io.lappet.processor.model.ActivationModel;
import io.lappet.processor.model.Place;
import io.lappet.processor.model.WovenModel;

/** Looks at the names of channels that activations name: are those that are shared channels? */
final class SharedChannelStep implements Step {
  @Override
  public void read(UserClass user, WovenModel woven, Report report) {
    for (ActivationModel activation : woven.activations()) {
      activation.from().ifPresent(end -> check(woven, end.channel(), end.named(), report));
      activation.to().ifPresent(end -> check(woven, end.channel(), end.named(), report));
      activation
          .failure()
          .deadLetters()
          .ifPresent(letters -> check(woven, letters.channel(), letters.place(), report));
    }
  }

  private static void check(WovenModel woven, String name, Place place, Report report) {
    SharedNames.find(woven, name, ChannelAccessor.class, "a channel", place, report);
  }
}
