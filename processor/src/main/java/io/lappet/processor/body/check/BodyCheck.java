package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.Facts;
import java.util.List;

/** A rule over all bodies of a compilation. */
public interface BodyCheck {
  /** All rules, in the order in which their messages are shown. */
  List<BodyCheck> ALL = List.of(
      new LocalClassCheck(),
      new ConstructorUseCheck(),
      new BypassCheck(),
      LockOrderCheck.ofOurs(),
      LockOrderCheck.ofForeign(),
      new UnknownCallCheck(),
      new WaitCheck(),
      new UpgradeCheck(),
      new SelfLimitCheck(),
      new SelfLaneCheck(),
      new LaneGateCheck(),
      new ChannelCircleCheck(),
      new FieldRaceCheck(),
      new GuardedByCheck(),
      new GuardedEscapeCheck(),
      new GuardCheck(),
      new BlockingCheck(),
      new PinningCheck(),
      new ConfinedCallCheck(),
      new GateCheck(),
      new OtherSideCheck(),
      new UseAfterSendCheck(),
      new SendableCheck());

  /** Says in {@code report} where {@code facts} break the rule. */
  void check(Facts facts, BodyReport report);
}
