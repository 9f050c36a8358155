/**
 * Times of day, as tables that the compiler has made of cron expressions. It needs the JDK alone: the
 * processor has a copy of it, and shows with it what will happen.
 */
@NullMarked
package io.lappet.internal.time;

import org.jspecify.annotations.NullMarked;
