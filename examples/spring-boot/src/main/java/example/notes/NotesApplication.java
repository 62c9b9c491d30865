package example.notes;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A service of notes. Nothing in its code is about access; see {@code application.yaml}. */
@SpringBootApplication
public class NotesApplication {
  /** Runs the service. */
  public static void main(String[] args) {
    SpringApplication.run(NotesApplication.class, args);
  }
}
