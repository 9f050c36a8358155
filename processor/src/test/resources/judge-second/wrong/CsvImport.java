// LAP214
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

/** One list for all batches: it is cleared while the consumer stores it. */
public abstract class CsvImport {
  private final Path file;

  protected CsvImport(Path file) {
    this.file = file;
  }

  @Producer(to = "batches")
  void read(Sender<List<String[]>> out) throws IOException, InterruptedException {
    List<String[]> batch = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(file)) {
      for (String line; (line = in.readLine()) != null; ) {
        batch.add(line.split(";"));
        if (batch.size() == 500) {
          out.send(batch); // here
          batch.clear(); // here
        }
      }
    }
  }

  @Consumer(from = "batches")
  void store(List<String[]> rows) {
    for (String[] row : rows) {
      System.out.println(row.length + " columns");
    }
  }
}
