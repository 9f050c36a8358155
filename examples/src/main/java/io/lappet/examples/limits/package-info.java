/** So many at a time: the classic programs about semaphores. */
@NullMarked
package io.lappet.examples.limits;

import org.jspecify.annotations.NullMarked;
