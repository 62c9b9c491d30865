package example.notes;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Notes, read and written. */
@RestController
class NotesController {
  private final JdbcTemplate database;

  NotesController(JdbcTemplate database) {
    this.database = database;
  }

  @GetMapping("/v1/notes/{id}")
  String get(@PathVariable String id) {
    return database.queryForObject("select content from note where id = ?", String.class, id);
  }

  @PutMapping("/v1/notes/{id}")
  void put(@PathVariable String id, @RequestBody String content) {
    database.update("update note set content = ? where id = ?", content, id);
  }

  @GetMapping("/health")
  String health() {
    return "well";
  }
}
