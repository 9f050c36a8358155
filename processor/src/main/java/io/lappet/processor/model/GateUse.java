package io.lappet.processor.model;

import java.util.Optional;

/** That calls of a method wait for a gate. */
public record GateUse(Handle gate, Optional<DurationModel> timeout) {}
