/**
 * Writes for each annotated class {@code X} the subclass {@code WovenX}.
 *
 * <p>Four kinds of code are kept apart. {@link io.lappet.processor.read} turns the compiler's elements
 * into {@link io.lappet.processor.model}, which holds names and values; {@link
 * io.lappet.processor.check} has the rules over the model and every message; {@link
 * io.lappet.processor.write} turns the model into source. {@link io.lappet.processor.Weaver} tells
 * the story for one class, {@link io.lappet.processor.LappetProcessor} for one compilation.
 *
 * <p>Bodies are looked at later, when javac has analysed them: {@link io.lappet.processor.LappetPlugin}
 * listens, {@link io.lappet.processor.body.read} makes {@link io.lappet.processor.body.facts} of them, and
 * {@link io.lappet.processor.body.check} has the rules over those.
 */
@NullMarked
package io.lappet.processor;

import org.jspecify.annotations.NullMarked;
