/** Reads cron expressions. It knows nothing of compilers. */
@NullMarked
package io.lappet.processor.cron;

import org.jspecify.annotations.NullMarked;
