package dev.warder.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a user is in an account now. */
final class MemberOutput {
  private MemberOutput() {}

  static void print(
      String done,
      String account,
      String user,
      @Nullable String role,
      boolean isJson,
      Console console)
      throws IOException {
    if (isJson) {
      Json.print(
          console.out(),
          json -> {
            json.writeStringField("account", account);
            json.writeStringField("user", user);
            json.writeStringField("role", role);
          });
      return;
    }
    console.out().println(done);
    Rows rows = new Rows();
    rows.add("account", Shown.whole(account));
    rows.add("user", Shown.whole(user));
    rows.add("role", role == null ? "none" : role);
    rows.print(console);
  }
}
