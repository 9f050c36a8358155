package imports;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Producer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A new list after each that was sent, a copy of the last one, and a message that cannot change. */
public abstract class CsvExport {
  private final Path file;

  protected CsvExport(Path file) {
    this.file = file;
  }

  @Producer(to = "batches")
  void read(Sender<List<String>> out) throws IOException, InterruptedException {
    List<String> batch = new ArrayList<>();
    String header = "";
    try (BufferedReader in = Files.newBufferedReader(file)) {
      for (String line; (line = in.readLine()) != null; ) {
        header = header.isEmpty() ? line : header;
        batch.add(line);
        if (batch.size() == 500) {
          out.send(batch);
          batch = new ArrayList<>();
        }
      }
    }
    out.send(List.copyOf(batch));
    batch.clear();
    List<String> end = List.of(header);
    out.send(end);
    System.out.println("sent " + end.size());
  }

  @Consumer(from = "batches")
  void store(List<String> rows) {
    rows.forEach(System.out::println);
  }
}
