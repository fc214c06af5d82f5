import { whyNotAsked } from "../../domain/people/person.ts";
import { readMember } from "../../store/member.ts";
import { sendKey } from "../../store/send.ts";
import { type Answer, afterStoringMs, type JobFlow, refuse } from "../flow.ts";
import { readForJob } from "../ideas/about-idea.ts";
import { happen } from "../ideas/happen.ts";
import type { IdeaTurn } from "../right.ts";
import { afterSend, sayTo } from "../sending/say-to.ts";
import { waitsUntil } from "../sending/working-days.ts";
import { checkInMessage, isOwnedBy } from "./check-in.ts";
import { oweTelling } from "./nudge.ts";
import { quietCard } from "./show-quiet.ts";

/**
 * *Ask again* on a lead's card asks a quiet owner once more, on a working day. Without a sign, the leads learn it two working days later. Gnist asks nobody who
 * has paused, left or blocked it, and tells the lead no more than that it cannot.
 * @param action `person`: the owner of whom the card speaks
 */
export const askOwnerAgain = async ({ person }: { readonly person?: string }, turn: IdeaTurn): Promise<Answer> => {
  const { team, ports, who, now } = turn;
  const { owner, toldQuietAt } = turn.stored.idea;
  if (owner !== undefined && person !== undefined && owner !== person) return quietCard(turn, turn.stored.idea, { how: "other-owner" });
  if (owner !== undefined && toldQuietAt !== undefined && whyNotAsked(await readMember(ports.rows, team.id, owner), [], now))
    return quietCard(turn, turn.stored.idea, { how: "not-reached" });
  const asksAt = waitsUntil(team, now);
  const asked = await happen(turn, turn, { event: "ask-again", who }, undefined, async ({ idea }) => {
    if (idea.owner === undefined) return;
    await oweTelling(ports, team, idea, { since: now, askedAt: asksAt ?? now });
    await ports.jobs.put({ job: "ask-owner-again", team: team.id, idea: idea.id, person: idea.owner, since: now }, afterStoringMs);
  });
  if ("no" in asked) return asked.no;
  const { idea } = asked.got;
  if (idea.owner === undefined) return refuse("needs-owner");
  // Another lead may have asked first; or the owner has given a sign since, so that nobody asks.
  if (idea.nudgedAt === undefined) return quietCard(turn, idea, { how: "answered" });
  return quietCard(turn, idea, { how: "asked-again", ...(asksAt === undefined ? {} : { asksAt }) });
};

/** Sends the owner the check-in of that one idea, unless they have paused since. */
export const sendCheckInAgain: JobFlow<"ask-owner-again"> = async ({ team, idea, person, since }, ports) => {
  const found = await readForJob({ team, idea }, ports);
  if (!found || !isOwnedBy(found.stored.idea, person) || found.stored.idea.nudgedAt !== since) return undefined;
  if (whyNotAsked(await readMember(ports.rows, team, person), [], ports.clock.now())) return undefined;
  const owned = { team: found.team, idea: found.stored.idea };
  return afterSend(
    await sayTo(ports, found.team, person, {
      key: sendKey("ask-again", person, idea, since),
      message: () => checkInMessage(ports, "again", [owned], since),
      keep: found.stored.idea,
    }),
  );
};
