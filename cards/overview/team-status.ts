import { z } from "zod";
import type { TeamStatus } from "../../src/domain/overview/team-health.ts";
import { shownTurnout } from "../../src/domain/overview/turnout.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { decisions } from "../digest/digest-doubtful.ts";
import { button, buttons } from "../parts/buttons.ts";
import { box, card, type Element, type Readers, type Renderers } from "../parts/card.ts";
import { kicker } from "../parts/idea.ts";
import { teamName } from "../parts/names.ts";
import { teamId } from "../parts/shapes.ts";
import { capital, fact, heading, line } from "../parts/text.ts";
import { countFigures, findingRows, notReached, pageOfTeams, sendingBox, setAsideRows, stopBox } from "./parts.ts";

/** A box about the latest digest, where it is doubtful or could not be posted. */
const digestBox = ({ team, digest }: TeamStatus, leads: boolean, words: Words): Element | undefined => {
  if (!digest) return undefined;
  const [postIt, isThere] = decisions(team.id, digest.id, words);
  const refused = digest.trouble === "refused";
  const channel = cut(digest.channel, 60);
  return box(
    [
      line(
        leads && !refused
          ? words.digest.doubtful(words.week(digest.week), channel)
          : words.status[refused ? "digestRefused" : "digestDoubtful"](channel, leads),
      ),
      leads ? buttons([postIt, refused ? undefined : isThere], { spacing: "Small" }) : undefined,
    ],
    { style: refused ? "attention" : "warning", spacing: "Medium" },
  );
};

export const render: Renderers<"team-status"> = {
  "team-status": ({ status, stop, leads, findings, page }, words) => {
    const own = words.status;
    const { team, round, nextPromptAt, hasLead, isArchived, waitsFor, setAside } = status;
    const { sending } = round ?? {};
    const waits = waitsFor !== undefined;
    const next = nextPromptAt === undefined ? undefined : words.format.at(nextPromptAt, team.zone);
    const times = [
      ...(round?.digestAt === undefined ? [] : [fact(own.digest, words.format.at(round.digestAt, team.zone))]),
      ...(next === undefined || waits ? [] : [fact(own.nextPrompt, next)]),
    ];
    return {
      summary: own.summary(teamName(team, words)),
      card: card(
        [
          kicker(team, ...(round ? [words.week(round.week)] : [])),
          heading(own.title, { spacing: "None" }),
          stopBox(stop, team.zone, words),
          isArchived ? box([line(own.archived)], { style: "emphasis", spacing: "Medium" }) : undefined,
          sending
            ? sendingBox((stop ? own.stoppedAt : own.sending)(sending.done, sending.of), sending.endsAt, stop, team.zone, words)
            : undefined,
          digestBox(status, leads, words),
          hasLead || isArchived ? undefined : box([line(own.noLead)], { style: "attention", spacing: "Medium" }),
          !waits
            ? undefined
            : box(
                [
                  line(leads && next !== undefined ? capital(words.lead.large(teamName(team, words), next)) : own.waits(waitsFor)),
                  leads
                    ? buttons([button(words.buttons.askEverybody, { verb: "agree-large-team", team: team.id })], { spacing: "Small" })
                    : undefined,
                ],
                { style: "warning", spacing: "Medium" },
              ),
          round ? undefined : line(own.notYet, { spacing: "Small" }),
          // Before the first person has been asked, all figures are 0.
          round && !(sending && round.counts.asked === 0)
            ? countFigures(shownTurnout([round.counts]), round.counts, words, round.unreached)
            : undefined,
          ...(round ? notReached(round.counts, words, round.digestAt !== undefined, round.unreached) : []),
          times.length > 0 ? box(times, { spacing: "Medium", separator: true }) : undefined,
          ...setAsideRows(setAside, words),
          ...findingRows(findings, words),
        ],
        [
          button(words.buttons.refresh, { verb: "show-status", team: team.id, ...(page === undefined ? {} : { page }) }),
          page === undefined ? undefined : button(words.buttons.teamList, { verb: "show-teams", page }),
        ],
      ),
    };
  },
};

export const read: Readers<"show-status"> = {
  "show-status": z.object({ verb: z.literal("show-status"), team: teamId, page: pageOfTeams.exactOptional() }),
};
