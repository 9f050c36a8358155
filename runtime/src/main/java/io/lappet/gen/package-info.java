/**
 * What generated code calls. Public because generated code lives in the packages of users, but not
 * for people: it may change with any release, and {@link io.lappet.gen.Weaving#of} checks that an
 * older generated class and a newer runtime still fit.
 */
@NullMarked
package io.lappet.gen;

import org.jspecify.annotations.NullMarked;
