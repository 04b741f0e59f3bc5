package dev.homelabc.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.compress.compressors.lz77support.LZ77Compressor;
import org.apache.commons.compress.compressors.lz77support.LZ77Compressor.BackReference;
import org.apache.commons.compress.compressors.lz77support.LZ77Compressor.LiteralBlock;
import org.apache.commons.compress.compressors.lz77support.Parameters;

/// Compresses to one block of DEFLATE with the fixed codes (RFC 1951, 3.2.6).
///
/// Java's own compressor is the zlib that its runtime came with, and those differ: one lab would be
/// other bytes on another machine.
final class Deflate {
  private static final int WINDOW = 1 << 15;
  private static final int SHORTEST = 3;
  private static final int LONGEST = 258;
  private static final int END = 256;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int bits;
  private int count;

  private Deflate() {}

  static byte[] of(byte[] content) {
    var deflate = new Deflate();
    deflate.put(1, 1); // the last block
    deflate.put(1, 2); // of fixed codes
    var parameters =
        Parameters.builder(WINDOW)
            .withMinBackReferenceLength(SHORTEST)
            .withMaxBackReferenceLength(LONGEST)
            .tunedForCompressionRatio()
            .build();
    var compressor = new LZ77Compressor(parameters, deflate::block);
    try {
      compressor.compress(content);
      compressor.finish();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be written to", e);
    }
    deflate.symbol(END);
    deflate.put(0, -deflate.count & 7);
    return deflate.out.toByteArray();
  }

  private void block(LZ77Compressor.Block block) {
    switch (block.getType()) {
      case LITERAL -> {
        var literal = (LiteralBlock) block;
        for (int i = 0; i < literal.getLength(); i++) {
          symbol(literal.getData()[literal.getOffset() + i] & 0xff);
        }
      }
      case BACK_REFERENCE -> {
        var reference = (BackReference) block;
        length(reference.getLength());
        distance(reference.getOffset());
      }
      case EOD -> {}
    }
  }

  /// A literal, the end, or the class of a length.
  private void symbol(int symbol) {
    if (symbol < 144) {
      code(0x30 + symbol, 8);
    } else if (symbol < END) {
      code(0x190 + symbol - 144, 9);
    } else if (symbol < 280) {
      code(symbol - END, 7);
    } else {
      code(0xc0 + symbol - 280, 8);
    }
  }

  /// Four classes of lengths share a number of further bits; the longest has a class of its own.
  private void length(int length) {
    if (length == LONGEST) {
      symbol(285);
      return;
    }
    int rest = length - SHORTEST;
    int further = Math.max(0, 29 - Integer.numberOfLeadingZeros(rest));
    symbol(257 + 4 * further + (rest >> further));
    put(rest & ((1 << further) - 1), further);
  }

  /// Two classes of distances share a number of further bits.
  private void distance(int distance) {
    int rest = distance - 1;
    int further = Math.max(0, 30 - Integer.numberOfLeadingZeros(rest));
    code(2 * further + (rest >> further), 5);
    put(rest & ((1 << further) - 1), further);
  }

  /// A Huffman code, which begins with its highest bit.
  private void code(int code, int length) {
    put(Integer.reverse(code) >>> (Integer.SIZE - length), length);
  }

  /// A number, which begins with its lowest bit.
  private void put(int value, int length) {
    bits |= value << count;
    count += length;
    while (count >= 8) {
      out.write(bits & 0xff);
      bits >>>= 8;
      count -= 8;
    }
  }
}
