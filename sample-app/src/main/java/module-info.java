/** {@code dupes}, which finds duplicate files: the sample of Lappet, and the template to start from. */
module io.lappet.dupes {
  requires static io.lappet.annotation;
  requires io.lappet.runtime;
  requires static org.jspecify;
}
