// LAP213
package uploads;

import io.lappet.Lease;
import io.lappet.Permits;
import io.lappet.annotation.Limit;
import io.lappet.annotation.Woven;
import java.util.List;

/** Takes a permit by hand and calls a method that takes one of the same by annotation. */
@Woven
public abstract class Uploads {
  private final StringBuffer sent = new StringBuffer();

  @Limit(permits = 1)
  abstract Permits uplink();

  public void uploadAll(List<String> files) throws InterruptedException { // here
    try (Lease lease = uplink().acquire()) { // here
      for (String file : files) {
        upload(file); // here
      }
    }
  }

  @Limit("uplink")
  public void upload(String file) {
    sent.append(file);
  }
}
