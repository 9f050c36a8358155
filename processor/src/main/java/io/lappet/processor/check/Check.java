package io.lappet.processor.check;

import io.lappet.processor.model.ChannelModel;
import io.lappet.processor.model.WovenModel;
import java.util.List;

/** A rule over the whole model of a class. */
public interface Check {
  /** All rules, in the order in which their messages are shown. */
  List<Check> ALL = List.of(
      new NotAbstractCheck(),
      new OrphanCheck(),
      new MessageTypeCheck(),
      new MessageKeyCheck(),
      new ChannelCycleCheck(),
      new OrderLostCheck(),
      new TimerPeriodCheck(),
      new LockKindCheck(),
      new LockUseCheck(),
      new PermitHeldCheck());

  /** Says in {@code report} where {@code woven}, with its {@code channels}, breaks the rule. */
  void check(WovenModel woven, List<ChannelModel> channels, Report report);
}
