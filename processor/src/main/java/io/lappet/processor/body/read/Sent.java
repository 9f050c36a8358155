package io.lappet.processor.body.read;

import io.lappet.processor.body.facts.Sending;

/**
 * What was sent of a variable.
 *
 * @param inside whether its value is only part of the message: the receiver may read it at any time, and
 *     so may others
 */
record Sent(Sending sending, boolean inside) {}
