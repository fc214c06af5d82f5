import { teamView } from "../../domain/idea/view.ts";
import { sendKey } from "../../store/send.ts";
import { type Answer, afterStoringMs, type JobFlow, refuse } from "../flow.ts";
import { readForJob, viewOfIdea } from "../ideas/about-idea.ts";
import { happen } from "../ideas/happen.ts";
import type { IdeaTurn } from "../right.ts";
import { afterSend, sayTo } from "../sending/say-to.ts";
import { checkInMessage, isOwnedBy } from "./check-in.ts";
import { oweTelling } from "./nudge.ts";

/** *Ask again* on a lead's card asks a quiet owner once more now. Without a sign, the leads learn it two working days later. */
export const askOwnerAgain = async (_action: unknown, turn: IdeaTurn): Promise<Answer> => {
  const { team, ports, who, now } = turn;
  const asked = await happen(turn, turn, { event: "ask-again", who }, undefined, async ({ idea }) => {
    const { id, owner } = idea;
    if (owner === undefined) return;
    await oweTelling(ports, team, idea, { since: now, askedAt: now });
    await ports.jobs.put({ job: "ask-owner-again", team: team.id, idea: id, person: owner, since: now }, afterStoringMs);
  });
  if ("no" in asked) return asked.no;
  const { idea } = asked.got;
  if (idea.owner === undefined) return refuse("needs-owner");
  // Another lead may have asked first; or the owner has given a sign since, so that nobody asks.
  const how = idea.nudgedAt === undefined ? "answered" : "asked-again";
  const name = (await turn.names).get(idea.owner) ?? "";
  return { say: "quiet-idea", team: teamView(team), idea: await viewOfIdea(turn, idea), name, how };
};

/** Sends the owner the check-in of that one idea. */
export const sendCheckInAgain: JobFlow<"ask-owner-again"> = async ({ team, idea, person, since }, ports) => {
  const found = await readForJob({ team, idea }, ports);
  if (!found || !isOwnedBy(found.stored.idea, person) || found.stored.idea.nudgedAt !== since) return undefined;
  const owned = { team: found.team, idea: found.stored.idea };
  return afterSend(
    await sayTo(ports, found.team, person, {
      key: sendKey("ask-again", person, idea, since),
      message: () => checkInMessage(ports, "again", [owned], since),
      keep: found.stored.idea,
    }),
  );
};
