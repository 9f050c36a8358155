/** What a piece of work takes along from thread to thread. */
@NullMarked
package io.lappet.internal.context;

import org.jspecify.annotations.NullMarked;
