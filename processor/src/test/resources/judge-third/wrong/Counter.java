// LAP214
package parcel;

import io.lappet.Channel;
import io.lappet.annotation.Woven;

/** What was handed in as a parameter is stamped by a setter once it was sent. */
@Woven
abstract class Counter {
  abstract Channel<Parcel> parcels();

  void accept(Parcel parcel) throws InterruptedException {
    parcels().send(parcel);
    System.out.println("accepted " + parcel.address());
    parcel.stamp("sent"); // here
  }

  Parcel next() throws InterruptedException {
    return parcels().receive();
  }
}

final class Parcel {
  private final String address;
  private String stamp = "";

  Parcel(String address) {
    this.address = address;
  }

  String address() {
    return address + stamp;
  }

  void stamp(String text) {
    stamp = text;
  }
}
