package library;

public interface Notifier {
  void lent(String book, String reader);
}
