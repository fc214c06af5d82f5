import { inflateSync } from "node:zlib";

/** The pixels of a picture, four bytes each: red, green, blue, alpha. */
export type Pixels = { readonly width: number; readonly height: number; readonly rgba: Uint8Array };

/** The byte that PNG's fourth filter guesses from those on the left, above, and above on the left. */
const closest = (left: number, up: number, corner: number): number => {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
};

/**
 * Reads a PNG as the icons of `manifest/` are: eight bits, red, green, blue and alpha, not interlaced.
 * @throws Error where the bytes are no such PNG
 */
export const pixelsOf = (png: Uint8Array): Pixels => {
  const bytes = Buffer.from(png);
  if (bytes.length < 33 || bytes.toString("latin1", 1, 4) !== "PNG") throw new Error("it is no PNG");
  if (!bytes.subarray(24, 29).equals(Buffer.from([8, 6, 0, 0, 0])))
    throw new Error("it is no PNG of 8 bits with red, green, blue and alpha");
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString("latin1", at + 4, at + 8) === "IDAT") parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  const raw = inflateSync(Buffer.concat(parts));
  const row = width * 4;
  const rgba = new Uint8Array(row * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (row + 1)] ?? 0;
    for (let x = 0; x < row; x += 1) {
      const left = x >= 4 ? (rgba[y * row + x - 4] ?? 0) : 0;
      const up = y > 0 ? (rgba[(y - 1) * row + x] ?? 0) : 0;
      const corner = x >= 4 && y > 0 ? (rgba[(y - 1) * row + x - 4] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, closest(left, up, corner)][filter] ?? 0;
      rgba[y * row + x] = (raw[y * (row + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return { width, height, rgba };
};
