package io.lappet.processor.check;

import io.lappet.processor.model.ActivationModel.TimerModel;
import io.lappet.processor.model.ChannelModel;
import io.lappet.processor.model.DurationModel;
import io.lappet.processor.model.TimerRuns;
import io.lappet.processor.model.WovenModel;
import java.util.List;
import java.util.Optional;

/** A run that is still allowed when the next one is due, makes the timer miss its rate. */
final class TimerPeriodCheck implements Check {
  @Override
  public void check(WovenModel woven, List<ChannelModel> channels, Report report) {
    woven.activations().stream()
        .filter(TimerModel.class::isInstance)
        .map(TimerModel.class::cast)
        .forEach(timer -> check(timer, report));
  }

  private static void check(TimerModel timer, Report report) {
    TimerRuns runs = timer.runs();
    Optional<DurationModel> limit = runs.timeout();
    Optional<DurationModel> rate = timer.schedule().rate();
    if (limit.isEmpty() || rate.isEmpty() || runs.areParallel()) {
      return;
    }
    if (limit.get().value().compareTo(rate.get().value()) > 0) {
      report.add(
          runs.limited(),
          Problem.TIMER_PERIOD,
          timer.call().label(),
          limit.get().text(),
          rate.get().text());
    }
  }
}
