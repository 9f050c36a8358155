/** Tests of Lappet applications, in virtual time and in an order that a seed repeats. */
module io.lappet.testing {
  requires transitive io.lappet.runtime;
  requires transitive org.junit.jupiter.api;
  requires static org.jspecify;

  exports io.lappet.testing;

  opens io.lappet.testing to
      org.junit.platform.commons;
}
