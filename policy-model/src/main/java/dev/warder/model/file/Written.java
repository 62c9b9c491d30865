package dev.warder.model.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A way to give a file its content. */
interface Written extends Closeable {
  /** Gives the file this content, durably where it can be. */
  void commit(byte[] content) throws IOException;

  static void write(byte[] content, FileChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(content);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }
}
