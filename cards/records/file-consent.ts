import { z } from "zod";
import type { Readers, Renderers } from "../parts/card.ts";
import { secret } from "../parts/shapes.ts";

/*
 * Cards of Teams' own, https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4
 * They work in a person's chat alone. The description of the question is plain text.
 */
export const render: Renderers<"file-consent" | "file-sent"> = {
  "file-consent": ({ kind, file, name, bytes }, words) => {
    const { title, has } = words.files.kinds[kind];
    return {
      summary: title,
      text: title,
      file: {
        contentType: "application/vnd.microsoft.teams.card.file.consent",
        name,
        content: {
          description: has[0] ?? title,
          sizeInBytes: bytes,
          acceptContext: { file },
          declineContext: { file },
        },
      },
    };
  },
  "file-sent": ({ name, contentUrl, uniqueId, fileType }, words) => ({
    summary: words.files.sent,
    text: words.files.sent,
    file: {
      contentType: "application/vnd.microsoft.teams.card.file.info",
      contentUrl,
      name,
      content: { uniqueId, fileType },
    },
  }),
};

/** Addresses are long because they hold keys, and a name of a file may be. */
const address = z.string().min(1).max(8_000);

export const read: Readers<"take-file" | "decline-file"> = {
  "take-file": z.object({
    verb: z.literal("take-file"),
    file: secret,
    uploadUrl: address,
    contentUrl: address,
    uniqueId: z.string().min(1).max(200),
    fileType: z.string().max(40),
  }),
  "decline-file": z.object({ verb: z.literal("decline-file"), file: secret }),
};
