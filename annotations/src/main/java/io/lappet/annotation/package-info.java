/**
 * Concurrency, declared: who calls a method ({@link Daemon}, {@link Producer}, {@link Consumer},
 * {@link PeriodicTimer}), how a call proceeds ({@link Synchronized}), what happens when it fails
 * ({@link OnError}), and what a channel looks like ({@link ChannelSpec}).
 *
 * <p>From a class {@code X} with these annotations the processor generates {@code WovenX}, a
 * subclass in the same package that contains the threads, queues, locks and timers. Nothing is read
 * at run time; retention is CLASS so that base classes from jars can be woven too.
 *
 * <p><b>Durations</b> are strings: one or more numbers with a unit out of {@code ns us ms s m h d}
 * ({@code "1m30s"}), or ISO-8601 ({@code "PT5S"}). They are checked by the compiler. An empty string
 * means "not set".
 *
 * <p><b>Configuration.</b> What is a matter of size or time, and not of meaning, can be configured
 * where the program runs, with the same values: threads, capacities, permits, periods, limits and what
 * follows a failure. The key of {@code @Consumer(concurrency = 4)} on {@code parse} of {@code
 * LogPipeline} is {@code LogPipeline.parse.concurrency}; see {@code Fabric.Builder.config}.
 */
@NullMarked
package io.lappet.annotation;

import org.jspecify.annotations.NullMarked;
