/**
 * The runtime of Lappet: {@code io.lappet} for people, {@code io.lappet.gen} for generated code.
 */
module io.lappet.runtime {
  requires transitive io.lappet.annotation;
  requires static org.jspecify;

  exports io.lappet;
  exports io.lappet.gen;
  exports io.lappet.internal.control to
      io.lappet.testing;
  exports io.lappet.internal.seam to
      io.lappet.testing;
}
