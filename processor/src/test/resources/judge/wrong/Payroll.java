// LAP018
package hr;

import io.lappet.annotation.PeriodicTimer;
import java.time.YearMonth;
import java.util.function.Consumer;

/** On the last day of the month at six; months have no 31st of February. */
public class Payroll {
  private final Consumer<YearMonth> pay;

  public Payroll(Consumer<YearMonth> pay) {
    this.pay = pay;
  }

  @PeriodicTimer(cron = "0 18 30 FEB *", zone = "Europe/Vienna") // here
  void bonus() {
    pay.accept(YearMonth.now());
  }

  @PeriodicTimer(cron = "0 18 L * *", zone = "Europe/Vienna")
  void salaries() {
    pay.accept(YearMonth.now());
  }
}
