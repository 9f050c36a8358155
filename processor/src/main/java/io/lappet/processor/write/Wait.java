package io.lappet.processor.write;

import io.lappet.processor.model.DurationModel;
import io.lappet.processor.model.GateUse;
import io.lappet.processor.model.GuardUse;
import io.lappet.processor.model.GuardedModel;
import io.lappet.processor.model.HoldModel;
import io.lappet.processor.model.PermitUse;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What a call may wait for. */
enum Wait {
  GATE,
  LIMIT,
  LOCK,
  GUARD;

  /** How its limit is called where a method has several. */
  String element() {
    return name().toLowerCase(Locale.ROOT) + "Timeout";
  }

  /** How long calls of {@code method} wait for what, where that is limited. */
  static Map<Wait, DurationModel> limits(GuardedModel method) {
    Map<Wait, DurationModel> limits = new EnumMap<>(Wait.class);
    method.gate().flatMap(GateUse::timeout).ifPresent(it -> limits.put(GATE, it));
    method.permit().flatMap(PermitUse::timeout).ifPresent(it -> limits.put(LIMIT, it));
    method.hold().flatMap(HoldModel::timeout).ifPresent(it -> limits.put(LOCK, it));
    method.guard().flatMap(GuardUse::timeout).ifPresent(it -> limits.put(GUARD, it));
    return limits;
  }
}
