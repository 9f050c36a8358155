package ingest;

import io.lappet.annotation.Producer;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads ten lines at a time; keys are numbers here, but names in the base. */
public abstract class CsvStage extends Stage<String, String> { // here
  private final BufferedReader in;
  private long line;

  protected CsvStage(BufferedReader in) {
    super(new HashMap<>());
    this.in = in;
  }

  @Override
  protected boolean accepts(String key) {
    return !key.isEmpty();
  }

  @Producer(to = "batches") // here
  Map.Entry<Long, List<String>> next() throws IOException { // here
    List<String> lines = new ArrayList<>();
    for (String text; lines.size() < 10 && (text = in.readLine()) != null; line++) {
      lines.add(text);
    }
    return lines.isEmpty() ? null : Map.entry(line, lines);
  }
}
