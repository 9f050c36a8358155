/** Waiting until something is true: the classic programs about conditions. */
@NullMarked
package io.lappet.examples.conditions;

import org.jspecify.annotations.NullMarked;
