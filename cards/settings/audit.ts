import { z } from "zod";
import type { MessageOf } from "../../src/domain/message/index.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { pageOfTeams } from "../overview/parts.ts";
import { button } from "../parts/buttons.ts";
import { card, type Element, fitting, type Readers, type Renderers } from "../parts/card.ts";
import { capital, heading, line, small } from "../parts/text.ts";
import { changeLines } from "./change-line.ts";
import { editLines } from "./defaults.ts";

/** Changed settings told of each act, by detail level; and the longest name. */
const detailLevels: readonly [AuditDetail, ...AuditDetail[]] = [
  { changes: 20, name: 60 },
  { changes: 5, name: 40 },
  { changes: 2, name: 30 },
  { changes: 0, name: 20 },
];
type AuditDetail = { readonly changes: number; readonly name: number };

export const render: Renderers<"audit"> = {
  audit: (message, words) => {
    const { acts, page, hasMore } = message;
    return {
      summary: words.audit.title,
      card: fitting(detailLevels, (detail) =>
        card(
          [
            heading(words.audit.title),
            small(words.audit.what, { spacing: "Small" }),
            ...(acts.length === 0 ? [line(words.defaults.none)] : acts.flatMap(actLines(message, detail, words))),
          ],
          [
            page > 0 ? button(words.buttons.newer, { verb: "show-audit", page: page - 1 }) : undefined,
            hasMore ? button(words.buttons.older, { verb: "show-audit", page: page + 1 }) : undefined,
            button(words.buttons.back, { verb: "show-defaults" }),
          ],
        ),
      ),
    };
  },
};

type Audit = MessageOf<"audit">;

/** "Sara Lind · Thursday 26 November · North clinic", and what was done. */
const actLines = ({ named, zone }: Audit, detail: AuditDetail, words: Words) => {
  const own = words.audit;
  const changeLine = changeLines(named, words);
  return (act: Audit["acts"][number]): readonly Element[] => {
    if ("before" in act) return editLines(act, zone, named, words);
    const { at, otherYear, did, role, changes = [], number, count = 0 } = act;
    const who = cut(act.name ?? "", detail.name) || (role ? own.roles[role] : "");
    const isCount = did === "erased" || did === "too-old";
    const team = isCount || did === "measures-exported" ? "" : cut(act.team ?? "", detail.name) || words.settings.anotherTeam;
    const head = small([capital(who), words.format.day(at, zone, otherYear), team].filter(Boolean).join(" · "), { spacing: "Medium" });
    if (isCount) return [head, line(did === "erased" ? own.erased(count) : own.tooOld(count), { spacing: "None" })];
    if (did === "exported" || did === "measures-exported") return [head, line(own.exported[did], { spacing: "None" })];
    if (did === "address-made" || did === "address-revoked") return [head, line(own.address[did], { spacing: "None" })];
    if (did === "added") return [head, line(own.added, { spacing: "None" })];
    const to = cut(act.to ?? "", detail.name) || words.settings.anotherTeam;
    if (did === "passed-on") return [head, line(own.passedOn(number === undefined ? own.anIdea : `#${number}`, to), { spacing: "None" })];
    const more = changes.length - detail.changes;
    return [
      head,
      ...changes.slice(0, detail.changes).map(changeLine),
      ...(more > 0 ? [small(detail.changes === 0 ? own.changed(more) : words.andMore(more), { spacing: "None" })] : []),
    ];
  };
};

export const read: Readers<"show-audit"> = {
  "show-audit": z.object({ verb: z.literal("show-audit"), page: pageOfTeams }),
};
