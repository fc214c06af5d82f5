import { z } from "zod";
import type { WrittenSettings } from "../../src/domain/action/settings.ts";
import type { Words } from "../../src/language/index.ts";
import type { Element } from "../parts/card.ts";
import { choiceInput } from "../parts/inputs.ts";

/** Do results go between this team and others? */
export const spreadInput = ({ spread = true }: Partial<Pick<WrittenSettings, "spread">>, { settings: own }: Words): Element =>
  choiceInput(
    "spread",
    own.spread,
    [true, false].map((one) => ({ id: String(one), name: own.spreads(one) })),
    { value: String(spread) },
  );

/** The choice as it comes back. Cards of an earlier version have no such input. */
export const spreadChoice = z
  .enum(["true", "false"])
  .transform((answer) => answer === "true")
  .exactOptional();
