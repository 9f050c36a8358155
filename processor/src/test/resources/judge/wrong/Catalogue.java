// LAP225
package shop;

import io.lappet.annotation.Synchronized;
import java.util.HashMap;
import java.util.Map;

/** Looks up under the read lock and loads what is missing under the write lock: it waits for itself. */
public abstract class Catalogue {
  private final Map<String, String> titles = new HashMap<>();

  @Synchronized(lock = "titles", read = true) // here
  public String title(String isbn) { // here
    String title = titles.get(isbn);
    return title == null ? missing(isbn) : title; // here
  }

  private String missing(String isbn) {
    String title = "book " + isbn;
    put(isbn, title); // here
    return title;
  }

  @Synchronized(lock = "titles")
  public void put(String isbn, String title) {
    titles.put(isbn, title);
  }
}
