/**
 * The order of locks as compilations have seen it, joined over all modules of a program when it starts.
 */
@NullMarked
package io.lappet.internal.order;

import org.jspecify.annotations.NullMarked;
