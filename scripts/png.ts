import { crc32, deflateSync, inflateSync } from "node:zlib";

/** The pixels of a picture, four bytes each: red, green, blue, alpha. */
export type Pixels = { readonly width: number; readonly height: number; readonly rgba: Uint8Array };

/** The byte that PNG's fourth filter guesses from those on the left, above, and above on the left. */
const closest = (left: number, up: number, corner: number): number => {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
};

const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");

/**
 * Reads a PNG as Chromium draws it: eight bits of red, green, blue and maybe alpha, not interlaced.
 * @throws Error where the bytes are no such PNG
 */
export const pixelsOf = (png: Uint8Array): Pixels => {
  const bytes = Buffer.from(png);
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(signature)) throw new Error("it is no PNG");
  const [depth, type, ...rest] = bytes.subarray(24, 29);
  const channels = type === 6 ? 4 : 3;
  if (depth !== 8 || (type !== 6 && type !== 2) || rest.some((one) => one !== 0))
    throw new Error("it is no PNG of 8 bits with red, green and blue");
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString("latin1", at + 4, at + 8) === "IDAT") parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  const raw = inflateSync(Buffer.concat(parts));
  const row = width * channels;
  const lines = new Uint8Array(row * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (row + 1)] ?? 0;
    for (let x = 0; x < row; x += 1) {
      const left = x >= channels ? (lines[y * row + x - channels] ?? 0) : 0;
      const up = y > 0 ? (lines[(y - 1) * row + x] ?? 0) : 0;
      const corner = x >= channels && y > 0 ? (lines[(y - 1) * row + x - channels] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, closest(left, up, corner)][filter] ?? 0;
      lines[y * row + x] = (raw[y * (row + 1) + 1 + x] ?? 0) + guess;
    }
  }
  if (channels === 4) return { width, height, rgba: lines };
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let at = 0; at < width * height; at += 1) rgba.set(lines.subarray(at * 3, at * 3 + 3), at * 4);
  return { width, height, rgba };
};

/** The colours of a picture, each rounded to this many bits a channel, in the order in which they come. */
const coloursOf = ({ rgba }: Pixels, bits: number): { readonly colours: readonly number[]; readonly indexes: Uint8Array } | undefined => {
  const round = (part: number) => Math.round(Math.round((part / 255) * (2 ** bits - 1)) * (255 / (2 ** bits - 1)));
  const found = new Map<number, number>();
  const indexes = new Uint8Array(rgba.length / 4);
  for (let at = 0; at < indexes.length; at += 1) {
    const [r = 0, g = 0, b = 0] = rgba.subarray(at * 4, at * 4 + 3);
    const colour = (round(r) << 16) | (round(g) << 8) | round(b);
    const index = found.get(colour) ?? found.size;
    if (index > 255) return undefined;
    found.set(colour, index);
    indexes[at] = index;
  }
  return { colours: [...found.keys()], indexes };
};

/** A PNG of at most 256 colours that looks like this opaque one, in about a third of its bytes: texts need few colours. */
export const smaller = (png: Uint8Array): Uint8Array => {
  const pixels = pixelsOf(png);
  const found = [8, 6, 5, 4, 3, 2].map((bits) => coloursOf(pixels, bits)).find((one) => one !== undefined);
  if (!found) return png;
  const part = (name: string, bytes: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(name), bytes]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(bytes.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const { width, height } = pixels;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const palette = Buffer.from(found.colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.concat([Buffer.alloc(1), found.indexes.subarray(y * width, (y + 1) * width)]),
  );
  return Buffer.concat([
    signature,
    ...[
      part("IHDR", head),
      part("PLTE", palette),
      part("IDAT", deflateSync(Buffer.concat(rows), { level: 9 })),
      part("IEND", Buffer.alloc(0)),
    ],
  ]);
};
