import type { RecordsMessage } from "../../../src/domain/message/records.ts";
import { fileProblems } from "../../../src/domain/records/file.ts";
import { instant, type LargestOf, longId, type Parts } from "./parts.ts";

const url = `https://${"gnist.".repeat(40)}example.org/${"a".repeat(200)}`;
const secret = "s".repeat(22);

export const records = ({ team }: Parts): LargestOf<RecordsMessage["say"]> => {
  const file = { kind: "team-export", teamName: team.name } as const;
  const name = `gnist-${"a".repeat(60)}-2026-11-27.zip`;
  const [over, ...others] = fileProblems;
  return {
    "file-offered": [
      { say: "file-offered", ...file, link: `${url}/files/${secret}`, mayLookAcross: true },
      { say: "file-offered", ...file },
      { say: "file-offered", kind: "measures-export", teamName: "", link: url },
    ],
    "file-consent": [{ say: "file-consent", ...file, file: secret, name, bytes: 30_000_000 }],
    "file-coming": [{ say: "file-coming", ...file }],
    "file-declined": [{ say: "file-declined", ...file }],
    "file-failed": [{ say: "file-failed", why: over }, ...others.map((why) => ({ say: "file-failed", why }) as const)],
    "file-sent": [{ say: "file-sent", name, contentUrl: `${url}/${"a".repeat(300)}`, uniqueId: secret, fileType: "zip" }],
    "results-address": [
      { say: "results-address", team, madeAt: instant, token: longId("token", 0), url, replaces: true, revoked: true },
      { say: "results-address", team, madeAt: instant },
    ],
  };
};
