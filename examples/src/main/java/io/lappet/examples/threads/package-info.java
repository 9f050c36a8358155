/** Methods that run on threads of their own: the classic programs about threads. */
@NullMarked
package io.lappet.examples.threads;

import org.jspecify.annotations.NullMarked;
