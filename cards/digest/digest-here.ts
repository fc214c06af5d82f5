import { cut } from "../../src/domain/words.ts";
import type { Renderers } from "../parts/card.ts";
import { sentence } from "../parts/sentence.ts";

export const render: Renderers<"digest-here"> = {
  "digest-here": ({ team, nextDigestAt }, words) =>
    sentence(
      [
        words.digest.here(cut(team.name, 60)),
        ...(nextDigestAt === undefined ? [] : [words.digest.nextDigest(words.format.at(nextDigestAt, team.zone))]),
      ].join(" "),
    ),
};
