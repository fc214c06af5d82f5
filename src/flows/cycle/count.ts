import type { ActionOf } from "../../domain/action/index.ts";
import { countOf, numberOfWeek, readCounted } from "../../domain/idea/count.ts";
import { type Idea, ownedStages } from "../../domain/idea/idea.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { Message, MessageOf } from "../../domain/message/index.ts";
import { type Answer, refuse } from "../flow.ts";
import { viewOfIdea } from "../ideas/about-idea.ts";
import { happen } from "../ideas/happen.ts";
import type { IdeaTurn } from "../right.ts";
import { besideIf } from "./forms.ts";

type MoreOfForm = Pick<MessageOf<"count-form">, "written" | "did" | "problem">;

const countForm = async (turn: IdeaTurn, idea: Idea, more: MoreOfForm = {}): Promise<Message> => {
  const { zone } = turn.team.settings;
  const number = idea.counts === undefined ? undefined : numberOfWeek(idea, turn.now, zone);
  return {
    say: "count-form",
    team: teamView(turn.team),
    idea: await viewOfIdea(turn, idea),
    ...countOf(idea, zone),
    ...(number === undefined ? {} : { number }),
    ...more,
  };
};

/** *Count something* shows the form; its *Save* keeps what the owner counts and, where they gave one, the number now. */
export const count = async (action: ActionOf<"count">, turn: IdeaTurn): Promise<Answer> => {
  const { stored, who, team } = turn;
  const { counts = "", number = "", isSent, again } = action;
  if (!ownedStages.includes(stored.idea.stage)) return refuse("idea-closed");
  if (again) {
    const undone = await happen(turn, turn, { event: "count", who });
    return "no" in undone ? undone.no : countForm(turn, undone.got.idea);
  }
  if (!isSent) return besideIf(action, await countForm(turn, stored.idea), turn);
  const written = { counts, number };
  const read = number === "" ? undefined : readCounted(number);
  if (counts === "") return countForm(turn, stored.idea, { written, problem: "count-needed" });
  if (read && "no" in read) return countForm(turn, stored.idea, { written, problem: read.no });
  const given = read ? { number: { value: read.got, zone: team.settings.zone } } : {};
  const named = await happen(turn, turn, { event: "count", who, counts, ...given });
  return "no" in named ? named.no : countForm(turn, named.got.idea, { did: "saved" });
};

/** *Stop counting* keeps the numbers for its *Undo*. */
export const endCount = async (_action: unknown, turn: IdeaTurn): Promise<Answer> => {
  const ended = await happen(turn, turn, { event: "end-count", who: turn.who });
  return "no" in ended ? ended.no : countForm(turn, ended.got.idea, { did: "ended" });
};
