// LAP214
package offers;

import io.lappet.Channel;
import io.lappet.annotation.Woven;
import java.util.LinkedHashMap;
import java.util.Map;

/** The helper says that the offer is out; after that it is changed. */
@Woven
public abstract class Offers {
  public abstract Channel<Map<String, Integer>> offers();

  public boolean offer(String item, int price) {
    Map<String, Integer> offer = new LinkedHashMap<>(Map.of(item, price));
    boolean isOut = isSent(offer);
    if (isOut) {
      offer.put("rebate", 5); // here
    }
    return isOut;
  }

  private boolean isSent(Map<String, Integer> offer) {
    if (offer.isEmpty()) {
      return false;
    }
    return offers().trySend(offer);
  }
}
