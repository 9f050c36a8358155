// immutable messages may be used after they were sent, and kept
package quotes;

import io.lappet.Channel;
import io.lappet.annotation.Woven;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

@Woven
public abstract class Quotes {
  enum Side {
    BID,
    ASK
  }

  record Quote(String symbol, Side side, BigDecimal price, Instant at) {
    Quote withPrice(BigDecimal other) {
      return new Quote(symbol, side, other, at);
    }
  }

  private volatile Quote last;

  abstract Channel<Quote> quotes();

  abstract Channel<List<String>> names();

  public Quote offer(String symbol, BigDecimal price) throws InterruptedException {
    Quote quote = new Quote(symbol, Side.BID, price, Instant.now());
    quotes().send(quote);
    last = quote;
    Quote higher = quote.withPrice(price.add(BigDecimal.ONE));
    quotes().send(higher);
    System.out.println(quote.symbol() + " " + quote.price() + " " + higher.price());
    List<String> both = List.of(symbol, symbol + ".X");
    names().send(both);
    return both.size() == 2 ? quote : last;
  }

  public Quote next() throws InterruptedException {
    return quotes().receive();
  }

  public List<String> nextNames() throws InterruptedException {
    return names().receive();
  }
}
