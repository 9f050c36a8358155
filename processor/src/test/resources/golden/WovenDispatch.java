package app;

import io.lappet.Channel;
import io.lappet.ChannelView;
import io.lappet.DeadLetter;
import io.lappet.Fabric;
import io.lappet.Sender;
import io.lappet.annotation.ChannelSpec;
import io.lappet.gen.LappetGenerated;
import io.lappet.gen.Weaving;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.Delayed;

/**
 * {@link Dispatch}, woven: sort() takes from jobs (unbounded, priority) and sends to urgent
 * (priority); pass() takes from urgent and sends to bills; bill() takes from bills by account and
 * sends to rows on 4 threads; store() takes up to 100 at once from rows and sends to news (topic);
 * remind() runs every 1m and sends to news; print() takes from news; send() takes from news; hear()
 * sends to recent (capacity 8, last first); answer() takes from recent; wake() takes from due (when
 * due); bury() takes up to 10 at once from dead.
 */
@LappetGenerated
@SuppressWarnings("this-escape")
public class WovenDispatch extends Dispatch {
  private final Channel<Dispatch.Job> jobsChannel;
  private final Channel<Dispatch.Job> urgentChannel;
  private final Channel<String> recentChannel;
  private final Channel<Delayed> dueChannel;
  private final Channel<String> newsChannel;
  private final Channel<Dispatch.Job> billsChannel;
  private final Channel<String> rowsChannel;
  private final Channel<DeadLetter<Dispatch.Job>> deadChannel;

  public WovenDispatch(Fabric fabric) {
    Weaving weaving = Weaving.of(fabric, 1, "Dispatch", this);
    jobsChannel = weaving.<Dispatch.Job>channel("jobs")
        .capacity(ChannelSpec.UNBOUNDED)
        .priority(Comparator.naturalOrder())
        .receivedBy("sort")
        .sentByHand()
        .make();
    urgentChannel = weaving.<Dispatch.Job>channel("urgent")
        .priority(new Dispatch.MostUrgentFirst())
        .sentBy("sort")
        .receivedBy("pass")
        .make();
    recentChannel = weaving.<String>channel("recent")
        .capacity(8)
        .lifo()
        .sentBy("hear")
        .receivedBy("answer")
        .make();
    dueChannel = weaving.<Delayed>channel("due").delayed().receivedBy("wake").sentByHand().make();
    newsChannel = weaving.<String>channel("news")
        .topic()
        .sentBy("store")
        .sentBy("remind")
        .receivedBy("print")
        .receivedBy("send")
        .make();
    billsChannel = weaving.<Dispatch.Job>channel("bills")
        .keyed(Dispatch.Job::account)
        .sentBy("pass")
        .receivedBy("bill", 4)
        .make();
    rowsChannel = weaving.<String>channel("rows").sentBy("bill", 4).receivedBy("store").make();
    deadChannel = weaving.<DeadLetter<Dispatch.Job>>channel("dead")
        .sentBy("bill", 4)
        .receivedBy("bury")
        .make();
    weaving.consumer("sort", jobsChannel).maps(this::sort, urgentChannel);
    weaving.consumer("pass", urgentChannel).maps(this::pass, billsChannel);
    weaving.consumer("bill", billsChannel)
        .concurrency(4)
        .deadLetter(deadChannel)
        .maps(this::bill, rowsChannel);
    weaving.consumer("store", rowsChannel)
        .batch(100)
        .linger(Duration.ofMillis(5))
        .mapsBatch(this::store, newsChannel);
    weaving.timer("remind").every(Duration.ofMinutes(1)).sends(this::remind, newsChannel);
    weaving.consumer("print", newsChannel).runs(this::print);
    weaving.consumer("send", newsChannel).runs(this::send);
    weaving.producer("hear").pulls(this::hear, recentChannel);
    weaving.consumer("answer", recentChannel).runs(this::answer);
    weaving.consumer("wake", dueChannel).runs(this::wake);
    weaving.consumer("bury", deadChannel).batch(10).runsBatch(this::bury);
    weaving.register();
  }

  @Override
  Sender<Dispatch.Job> jobs() {
    return Weaving.ready(jobsChannel, "Dispatch.jobs()");
  }

  @Override
  ChannelView<Dispatch.Job> urgent() {
    return Weaving.ready(urgentChannel, "Dispatch.urgent()");
  }

  @Override
  ChannelView<String> recent() {
    return Weaving.ready(recentChannel, "Dispatch.recent()");
  }

  @Override
  Sender<Delayed> due() {
    return Weaving.ready(dueChannel, "Dispatch.due()");
  }

  @Override
  ChannelView<String> news() {
    return Weaving.ready(newsChannel, "Dispatch.news()");
  }
}
