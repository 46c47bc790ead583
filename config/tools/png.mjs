// Writes RGBA pixels as a PNG file. Deterministic: same pixels, same bytes on one Node version.
import { deflateSync, crc32 } from "node:zlib";

/** The bytes of a PNG of this size from 4 bytes a pixel, row by row. */
export function png(width, height, pixels) {
  const rows = Buffer.alloc(height * (1 + width * 4));
  for (let y = 0; y < height; y++) {
    Buffer.from(pixels.buffer, y * width * 4, width * 4).copy(rows, y * (1 + width * 4) + 1);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type, body) {
  const data = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const whole = Buffer.alloc(data.length + 8);
  whole.writeUInt32BE(body.length, 0);
  data.copy(whole, 4);
  whole.writeUInt32BE(crc32(data), data.length + 4);
  return whole;
}
