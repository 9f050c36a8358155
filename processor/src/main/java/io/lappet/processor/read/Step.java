package io.lappet.processor.read;

import io.lappet.processor.check.Report;
import io.lappet.processor.model.WovenModel;
import java.util.List;

/** Reads one kind of thing of a class, and says what is wrong with it by itself. */
public interface Step {
  /** All steps, in the order in which their messages are shown. */
  List<Step> ALL = List.of(
      new WeavableStep(),
      new ConstructorStep(),
      new AccessorStep(),
      new UsesStep(),
      new ConfinedStep(),
      new TwinStep(),
      new ChannelSpecStep(),
      new DaemonStep(),
      new ProducerStep(),
      new ConsumerStep(),
      new TimerStep(),
      new OnErrorStep(),
      new LimitStep(),
      new GuardedStep(),
      new SharedChannelStep(),
      new SharedLockStep(),
      new TransactionalStep(),
      new CloseStep(),
      new OverrideStep(),
      new ForeignAnnotationStep(),
      new LintStep());

  /** Adds to {@code woven} what {@code user} says; what is wrong goes to {@code report}. */
  void read(UserClass user, WovenModel woven, Report report);
}
