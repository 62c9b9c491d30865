package dev.warder.servlet;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A way to write a request so that two readers may read two requests. */
enum Spelling {
  DOTS {
    @Override
    String target(String path, Random random) {
      return insert(
          path, random, "/.", "/..", "/...", "/%2e", "/%2e%2e", "/.%2E", "/x/..", "/x/%2e.");
    }
  },
  SLASHES {
    @Override
    String target(String path, Random random) {
      return insert(path, random, "/", "//", "\\", "/\\", "%2f", "%5c", "/%2F");
    }
  },
  PARAMETERS {
    @Override
    String target(String path, Random random) {
      return insert(
          path, random, ";", ";a=b", "/;", "/..;", "/.;a", ";/..", "%3b", ";x.css", ";%2e");
    }
  },
  TRIPLES {
    @Override
    String target(String path, Random random) {
      int at = random.nextInt(path.length());
      String triple =
          String.format(
              Locale.ROOT, random.nextBoolean() ? "%%%02x" : "%%%02X", (int) path.charAt(at));
      return path.substring(0, at) + triple + path.substring(at + 1);
    }
  },
  DOUBLE_TRIPLES {
    @Override
    String target(String path, Random random) {
      return TRIPLES.target(path, random).replace("%", "%25");
    }
  },
  BYTES {
    @Override
    String target(String path, Random random) {
      return insert(
          path,
          random,
          "%00",
          "%0a",
          "%c0%ae",
          "%c0%af",
          "%e0%80%af",
          "%ff",
          "%",
          "%2",
          "%zz",
          "%u002e",
          "\u00e9",
          "%ef%bb%bf",
          "%e2%80%8b");
    }
  },
  ENDINGS {
    @Override
    String target(String path, Random random) {
      return path
          + pick(
              random, "/", "/.", ".json", ".css", ";x.css", "%20", "%2F", "//", "?x.css", "#x",
              "%23x", "%3fx", "*", "~");
    }
  },
  LETTER_CASE {
    @Override
    String target(String path, Random random) {
      int at = random.nextInt(path.length());
      return path.substring(0, at)
          + path.substring(at, at + 1).toUpperCase(Locale.ROOT)
          + path.substring(at + 1);
    }
  },
  ABSOLUTE_FORM {
    @Override
    String target(String path, Random random) {
      return pick(
              random,
              "http://api.example.com",
              "https://api.example.com:443",
              "HTTP://x",
              "http://a@b",
              "http://api.example.com/health/..",
              "//api.example.com",
              "http:",
              "x:")
          + path;
    }
  },
  PREFIXES {
    @Override
    String target(String path, Random random) {
      return pick(
              random,
              "/health",
              "/assets",
              "/assets/..",
              "/assets/..;",
              "/assets/%2e%2e",
              "/assets/;/..",
              "/style.css/..",
              "/assets//..",
              "/health;")
          + path;
    }
  },
  METHODS {
    @Override
    String method(String method, Random random) {
      return pick(
          random,
          method.toLowerCase(Locale.ROOT),
          method + "X",
          "HEAD",
          "OPTIONS",
          "TRACE",
          "PROPFIND",
          "GET",
          "POST",
          "PATCH");
    }
  },
  OVERRIDES {
    @Override
    List<String> fields(String method, Random random) {
      return List.of(
          pick(random, "X-HTTP-Method-Override: ", "X-HTTP-Method: ", "X-Method-Override: ")
              + pick(random, "PUT", "DELETE", "GET"));
    }
  },
  REWRITES {
    @Override
    List<String> fields(String method, Random random) {
      return List.of(
          pick(
                  random,
                  "X-Original-URL: ",
                  "X-Rewrite-URL: ",
                  "X-Forwarded-Prefix: ",
                  "X-Forwarded-Uri: ",
                  "X-Forwarded-Path: ")
              + pick(random, "/v1/status", "/health", "/v1/notes/n1"));
    }
  },
  DOUBLED_FIELDS {
    @Override
    List<String> fields(String method, Random random) {
      return List.of(
          pick(
              random,
              "Authorization: Bearer x",
              "Authorization:",
              "authorization: Basic eDp4",
              "Host: other.example.com",
              "X-Forwarded-For: 192.0.2.1",
              "Content-Length: 0"));
    }
  },
  PREFLIGHTS {
    @Override
    String method(String method, Random random) {
      return pick(random, "OPTIONS", "OPTIONS", "OPTIONS", method);
    }

    @Override
    List<String> fields(String method, Random random) {
      return List.of(
          pick(
              random,
              "Origin: https://app.example.com",
              "Origin: https://evil.example.com",
              "Origin: null"),
          "Access-Control-Request-Method: " + method);
    }
  };

  /** Writes a path in this way. */
  String target(String path, Random random) {
    return path;
  }

  /** Writes a method in this way. */
  String method(String method, Random random) {
    return method;
  }

  /** Returns fields that are added in this way, each a line. */
  List<String> fields(String method, Random random) {
    return List.of();
  }

  private static String pick(Random random, String... texts) {
    return texts[random.nextInt(texts.length)];
  }

  private static String insert(String path, Random random, String... texts) {
    int at = random.nextInt(path.length() + 1);
    return path.substring(0, at) + pick(random, texts) + path.substring(at);
  }
}
