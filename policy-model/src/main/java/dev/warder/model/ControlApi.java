package dev.warder.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The catalogue that comes with the library: the Control API and the command line tool of a public
 * realtime messaging provider, with 11 capabilities, 24 operations and 33 commands.
 */
public final class ControlApi {
  private ControlApi() {}

  private static final class Bundled {
    static final Catalogue CATALOGUE = read();

    private static Catalogue read() {
      String name = "control-api.yaml";
      try (InputStream stream = ControlApi.class.getResourceAsStream(name)) {
        if (stream == null) {
          throw new IllegalStateException("not bundled: " + name);
        }
        return CatalogueReader.read(name, stream);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InvalidCatalogue e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Returns the catalogue; it is read once. */
  public static Catalogue catalogue() {
    return Bundled.CATALOGUE;
  }
}
