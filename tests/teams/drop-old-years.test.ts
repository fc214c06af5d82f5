import { test } from "vitest";
import { holdsNoByteOfBefore } from "./drop-old-bytes.ts";

test("after 26 months not a byte of the store's files holds what is older than the 24 months kept, and everything younger is there", async () => {
  await holdsNoByteOfBefore(24, 113);
}, 180_000);
