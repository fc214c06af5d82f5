import type { Renderers } from "../parts/card.ts";
import { teamName } from "../parts/names.ts";
import { sentence } from "../parts/sentence.ts";

export const render: Renderers<"digest-here"> = {
  "digest-here": ({ team, nextDigestAt, isPrivate }, words) =>
    sentence(
      [
        words.digest.here(teamName(team, words)),
        ...(nextDigestAt === undefined ? [] : [words.digest.nextDigest(words.format.at(nextDigestAt, team.zone))]),
        ...(isPrivate ? [words.digest.hereIsPrivate] : []),
      ].join(" "),
    ),
};
