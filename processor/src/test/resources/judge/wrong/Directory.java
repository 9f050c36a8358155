// LAP213
package files;

import io.lappet.Permits;
import io.lappet.annotation.Limit;
import io.lappet.annotation.Woven;
import java.io.File;

/** Each level of the tree takes one more permit, and gives none back. */
@Woven
public abstract class Directory {
  @Limit(permits = 4)
  abstract Permits handles();

  @Limit("handles") // here
  public long size(File folder) { // here
    long sum = 0;
    File[] files = folder.listFiles();
    if (files == null) {
      return folder.length();
    }
    for (File file : files) {
      sum += file.isDirectory() ? size(file) : file.length(); // here
    }
    return sum;
  }
}
