import { z } from "zod";
import type { FileKind } from "../../src/domain/records/file.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { button, link, rowsOf } from "../parts/buttons.ts";
import { box, card, type Element, type Readers, type Renderers } from "../parts/card.ts";
import { heading, line, small } from "../parts/text.ts";

/** The file's name in words, with its team. */
const head = (
  { kind, teamName }: { readonly kind: FileKind; readonly teamName: string },
  words: Words,
): readonly (Element | undefined)[] => [
  teamName === "" ? undefined : small(cut(teamName, 60)),
  heading(words.files.kinds[kind].title, { spacing: "None", size: "Medium" }),
];

export const render: Renderers<"file-offered" | "file-coming" | "file-declined" | "file-failed"> = {
  "file-offered": (message, words) => {
    const { kind, link: url, mayLookAcross } = message;
    const { title, has, lacks } = words.files.kinds[kind];
    return {
      summary: title,
      card: card([
        ...head(message, words),
        box(
          has.map((text) => line(text, { spacing: "Small" })),
          { spacing: "Small" },
        ),
        small(lacks, { spacing: "Medium" }),
        small(words.files.made, { spacing: "Small" }),
        line(url === undefined ? words.files.asks : words.files.anyone, { weight: "Bolder" }),
        ...rowsOf(
          [
            url === undefined ? undefined : link(words.files.get, url),
            mayLookAcross ? button(words.files.kinds["measures-export"].title, { verb: "export-across" }) : undefined,
          ],
          { perRow: 1 },
        ),
      ]),
    };
  },
  "file-coming": (message, words) => ({
    summary: words.files.coming,
    card: card([...head(message, words), line(words.files.coming, { spacing: "Small" })]),
  }),
  "file-declined": (message, words) => ({
    summary: words.files.declined,
    card: card([...head(message, words), line(words.files.declined, { spacing: "Small" })]),
  }),
  "file-failed": ({ why }, words) => ({ summary: words.files.failed[why], card: card([line(words.files.failed[why])]) }),
};

export const read: Readers<"export-across"> = { "export-across": z.object({ verb: z.literal("export-across") }) };
