import { button } from "../parts/buttons.ts";
import { card, fitting, type Renderers } from "../parts/card.ts";
import { capital, heading, line, small, subheading } from "../parts/text.ts";
import { countFigures, detailLevels, findingRows, isNobody, notReached, sendingBox, setAsideRows, stopBox, teamRow } from "./parts.ts";

export const render: Renderers<"tenant-status" | "counting"> = {
  "tenant-status": ({ status, stop, setAside, findings, zone }, words) => {
    const own = words.status;
    const { turnout, counts, sending, troubled, moreTroubled } = status;
    return {
      summary: own.summary(own.teams(status.teams)),
      card: fitting(detailLevels, (detail) =>
        card(
          [
            small(capital(own.teams(status.teams))),
            heading(own.title, { spacing: "None" }),
            stopBox(stop, zone, words),
            sending
              ? sendingBox(
                  (stop ? own.stoppedTeams : own.sendingTeams)(sending.teams, sending.done, sending.of),
                  sending.endsAt,
                  stop,
                  zone,
                  words,
                )
              : undefined,
            isNobody(counts) ? line(own.noneYet, { spacing: "Medium" }) : countFigures(turnout, counts, words),
            // The counts sum up rounds of several teams, and some of these may be over.
            ...notReached(counts, words, false),
            troubled.length > 0 ? subheading(own.troubled, { size: "Default" }) : undefined,
            troubled.length > 0 || setAside.length > 0 || stop
              ? undefined
              : line(own.allWell, { weight: "Bolder", color: "Good", spacing: "Small" }),
            ...troubled.map((one) => teamRow(one, words, 0, detail)),
            moreTroubled > 0 ? small(words.andMore(moreTroubled), { spacing: "Small" }) : undefined,
            ...setAsideRows(setAside, words),
            ...findingRows(findings, words),
          ],
          [button(words.buttons.allTeams, { verb: "show-teams", page: 0 })],
        ),
      ),
    };
  },

  counting: ({ teams, stop, zone }, words) => {
    const text = (stop ? words.status.countingLater : words.status.counting)(teams);
    return { summary: text, card: card([line(text), stopBox(stop, zone, words)]) };
  },
};
