package app;

//? -Alappet.check.sendable=warn
import io.lappet.*;
import io.lappet.annotation.*;
import java.util.List;

abstract class Desk {
  record Order(String id, List<String> lines) {
    Order {
      //+ lines = List.copyOf(lines);
    }
  }

  abstract Sender<Order> orders(); //! LAP215

  @Consumer(from = "orders")
  void take(Order order) {}
}
