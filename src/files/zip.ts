import { createHash } from "node:crypto";
import { setImmediate as pause } from "node:timers/promises";
import { Zip, ZipDeflate } from "fflate";

/** A file in a zip. Its bytes come in pieces, so that none is in memory as a whole. */
export type ZipEntry = { readonly name: string; readonly pieces: AsyncIterable<string> | Iterable<string> };

/** The name of the file with the checksums of all others, in the format of `sha256sum -c`. */
export const checksumsName = "checksums.txt";

/**
 * A zip of these files, and of one with their checksums, as it grows. It is bounded by one piece: the next one is asked for once this one is taken.
 * @param at the instant (ms) that stands in it as the time of every file: a file's own time would tell when something was written
 */
export async function* zipOf(entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>, at: number): AsyncGenerator<Uint8Array> {
  let out: Uint8Array[] = [];
  const zip = new Zip((fault, bytes) => {
    if (fault) throw fault;
    out.push(bytes);
  });
  const taken = (): readonly Uint8Array[] => {
    const now = out;
    out = [];
    return now;
  };
  const sums: string[] = [];
  const encoder = new TextEncoder();
  async function* add({ name, pieces }: ZipEntry, sum?: (hash: string) => void): AsyncGenerator<Uint8Array> {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = at;
    zip.add(file);
    const hash = createHash("sha256");
    for await (const piece of pieces) {
      if (piece === "") continue;
      const bytes = encoder.encode(piece);
      hash.update(bytes);
      file.push(bytes);
      yield* taken();
      // Compressing is work without a wait in it: people's answers come first.
      await pause();
    }
    file.push(new Uint8Array(0), true);
    sum?.(hash.digest("hex"));
    yield* taken();
  }
  for await (const entry of entries) yield* add(entry, (hash) => sums.push(`${hash}  ${entry.name}\n`));
  yield* add({ name: checksumsName, pieces: [sums.join("")] });
  zip.end();
  yield* taken();
}
