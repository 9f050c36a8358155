package wiki;

/** How much a page counts. */
final class Rank {
  private Rank() {}

  static void of(Search search, String page, int links) {
    if (links == 0) {
      return;
    }
    search.weigh(page, Math.log(links)); // here
  }
}
