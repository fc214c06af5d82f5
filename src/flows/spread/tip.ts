import type { ActionOf } from "../../domain/action/index.ts";
import type { IdeaId } from "../../domain/idea/idea.ts";
import { isToTry } from "../../domain/idea/spread.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { Message, MessageOf } from "../../domain/message/index.ts";
import type { PersonId } from "../../domain/people/person.ts";
import { spreads, type Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { putTip, readTip, type StoredTip, type Tip } from "../../store/spread.ts";
import { teamPartition } from "../../store/team.ts";
import { type Answer, refuse } from "../flow.ts";
import { type IdeaInTeam, readForJob, viewOfIdea } from "../ideas/about-idea.ts";
import { happen } from "../ideas/happen.ts";
import { isShown } from "../ideas/same-thing.ts";
import { formToTakeOrAsk } from "../owning/take-or-ask.ts";
import type { IdeaTurn } from "../right.ts";
import { likeIdeas, readSource } from "./give-tips.ts";

export const tipOver = (team: Team): Message => ({ say: "tip-over", team: teamView(team) });

/** The tip as its leads see it; undefined where the other team has taken it back. */
const tipCard = async (
  found: IdeaInTeam,
  name: string,
  tip: Tip,
  ports: Ports,
  reader?: PersonId,
): Promise<MessageOf<"tip"> | undefined> => {
  const source = await readSource({ from: tip.from, idea: tip.source, since: tip.since }, ports);
  if (!source) return undefined;
  const { team, stored } = found;
  const { owner } = stored.idea;
  // The reason comes from the lines: the other team's own words may hold a name that its lead has left out.
  const like = tip.did ? [] : await likeIdeas(team, source.lines.title, ports);
  const isOwned = tip.did === "tried" && owner !== undefined && owner !== reader && owner !== (await found.gone);
  const ownerName = isOwned ? (await found.names).get(owner) : undefined;
  return {
    say: "tip",
    team: teamView(team),
    idea: await viewOfIdea(found),
    tip: name,
    lines: source.lines,
    shared: like.find(({ idea }) => idea.id === stored.idea.id)?.shared ?? [],
    ...(tip.did ? { did: tip.did } : {}),
    ...(ownerName ? { owner: ownerName } : {}),
  };
};

type TipNews = { readonly team: string; readonly idea: IdeaId; readonly once: string };

/** The tip of news for leads, which names it and the instant of its offer. */
export const readToldTip = async ({ team, idea, once }: TipNews, { rows }: Ports): Promise<StoredTip | undefined> => {
  const [name = "", since] = once.split("|");
  const tip = await readTip(rows, team, name);
  return tip?.idea === idea && String(tip.since) === since ? tip : undefined;
};

/** News of a tip for a lead, while nobody has answered it and their idea is still to try. */
export const tipNews = async (job: TipNews, ports: Ports): Promise<Message | undefined> => {
  const [name = ""] = job.once.split("|");
  const [found, tip] = await Promise.all([readForJob(job, ports), readToldTip(job, ports)]);
  if (!found || !tip || tip.did) return undefined;
  const { idea } = found.stored;
  return spreads(found.team) && isShown(idea) && isToTry(idea) ? tipCard(found, name, tip, ports) : undefined;
};

/** Reads the tip that a button names, beside its right. */
export const readPressedTip = ({ team, tip }: { readonly team: string; readonly tip: string }, { rows }: Ports) => readTip(rows, team, tip);

/** A press on a tip: the card as it stands, or why there is none. */
const pressedTip = async (
  { tip: name }: ActionOf<"try-tip" | "refuse-tip" | "undo-refusal">,
  turn: IdeaTurn,
  tip: StoredTip | undefined,
): Promise<Message> => {
  const { idea } = turn.stored;
  if (!tip || tip.idea !== idea.id || !isShown(idea)) return refuse("no-such-idea");
  return (await tipCard(turn, name, tip, turn.ports, turn.who)) ?? tipOver(turn.team);
};

/** *Try it here*: the test stands first among those for an owner, whom the lead now finds. An idea that has one needs no other. */
export const tryTip = async (action: ActionOf<"try-tip">, turn: IdeaTurn, tip: StoredTip | undefined): Promise<Answer> => {
  const card = await pressedTip(action, turn, tip);
  if (card.say !== "tip" || !tip) return card;
  if (card.did === "refused") return card;
  if (!card.did) {
    const { tag: _tag, ...before } = tip;
    const tried = await happen(turn, turn, { event: "try-tip", tip: action.tip }, async () => {
      // Another lead may have answered meanwhile.
      const now = await readTip(turn.ports.rows, turn.team.id, action.tip);
      return now && !now.did ? { got: [putTip(action.tip, { ...before, did: "tried" }, now.tag)] } : { no: "moved-on" };
    });
    if ("no" in tried) {
      const now = await readPressedTip(action, turn.ports);
      return now?.did ? pressedTip(action, turn, now) : tried.no;
    }
  }
  const message = await pressedTip(action, turn, { ...tip, did: "tried" });
  const isOwned = turn.stored.idea.owner !== undefined && (await turn.gone) === undefined;
  return isOwned || !isToTry(turn.stored.idea) ? message : { message, beside: await formToTakeOrAsk(turn, {}) };
};

/** *Not for us*, for all leads of the team. */
export const refuseTip = (action: ActionOf<"refuse-tip">, turn: IdeaTurn, tip: StoredTip | undefined): Promise<Answer> =>
  decide(action, turn, tip, ({ did }) => (did ? undefined : { did: "refused" }));

/** *Undo* of *Not for us*. */
export const undoRefusal = (action: ActionOf<"undo-refusal">, turn: IdeaTurn, tip: StoredTip | undefined): Promise<Answer> =>
  decide(action, turn, tip, ({ did }) => (did === "refused" ? {} : undefined));

/** @param change what the team does with the tip instead; undefined where it stays as it is */
const decide = async (
  action: ActionOf<"refuse-tip" | "undo-refusal">,
  turn: IdeaTurn,
  known: StoredTip | undefined,
  change: (tip: Tip) => Pick<Tip, "did"> | undefined,
): Promise<Answer> => {
  const { rows } = turn.ports;
  for (let tip = known; ; tip = await readTip(rows, turn.team.id, action.tip)) {
    const card = await pressedTip(action, turn, tip);
    const did = tip && card.say === "tip" ? change(tip) : undefined;
    if (!tip || !did) return card;
    const { tag, did: _did, ...before } = tip;
    const after = { ...before, ...did };
    if ((await rows.commit(teamPartition(turn.team.id), [putTip(action.tip, after, tag)])) === "done")
      return pressedTip(action, turn, { ...after, tag });
  }
};
