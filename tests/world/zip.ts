import { strFromU8, unzipSync } from "fflate";

/** Every part of a zip that is text. */
export const textsInZip = (bytes: ArrayBuffer | Uint8Array): readonly string[] =>
  Object.values(unzipSync(new Uint8Array(bytes))).map((file) => strFromU8(file));
