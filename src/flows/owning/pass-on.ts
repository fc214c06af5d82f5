import type { InPost } from "../../domain/action/digest.ts";
import { mayPassOn } from "../../domain/idea/life.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import type { RefusalReason } from "../../domain/message/refusal.ts";
import { isOffice, type Office, type Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { insertPassed, mergePassed, readPassed, type StoredPassed } from "../../store/passed.ts";
import { readTeam, teamPartition } from "../../store/team.ts";
import { type Answer, afterStoringMs, asNewMessage, refuse } from "../flow.ts";
import { viewOfIdea } from "../ideas/about-idea.ts";
import { happen } from "../ideas/happen.ts";
import { tellStory } from "../ideas/story.ts";
import type { IdeaTurn } from "../right.ts";
import { isLeftBehind, isTroubled } from "./show-passed.ts";

/** Reads a coordinators' team of this tenant; undefined where it takes no ideas now. */
const readOffice = async ({ rows }: Ports, { tenantId }: Team, id: string | undefined): Promise<Office | undefined> => {
  const stored = id === undefined ? undefined : await readTeam(rows, id);
  return stored && isOffice(stored.team) && stored.team.tenantId === tenantId ? stored.team : undefined;
};

/**
 * *Pass on*: a lead hands the idea to the coordinators that the team has chosen, with a reason that everybody may read. The form comes as a new message, because
 * the pressed card offers more than this; in a post's dialog, its *Back* leads to the post.
 */
export const passOn = async (action: InPost & { readonly reason?: string }, turn: IdeaTurn): Promise<Answer> => {
  const { team, stored, who, scene, ports } = turn;
  const { idea } = stored;
  if (idea.digest === undefined) return refuse("no-such-idea");
  if (!mayPassOn(idea) && idea.stage !== "passed-on") return refuse("idea-closed");
  const office = await readOffice(ports, team, team.settings.coordinators);
  const { digest, board, reason } = action;
  const isInPost = digest !== undefined || board !== undefined;
  const beside = (message: Message): Answer => (!isInPost && reason === undefined ? asNewMessage(message, scene) : message);
  if (!office) return beside({ say: "no-coordinators", team: teamView(team) });
  if (!reason)
    return beside(
      await form(
        turn,
        office,
        { ...(digest ? { digest } : {}), ...(board ? { board } : {}) },
        reason === undefined ? undefined : "reason-needed",
      ),
    );
  const passed = await happen(turn, turn, { event: "pass-on", who, why: reason, to: office.id }, ({ idea, steps }) => ({
    got: steps.map(({ key }) => insertPassed(idea.id, key, { to: office.id, channelId: office.coordinatorsIn })),
  }));
  if ("no" in passed) return passed.no;
  return { say: "passed-on", team: teamView(team), idea: await viewOfIdea(turn, passed.got.idea), to: office.name };
};

const form = async (turn: IdeaTurn, office: Team, post: InPost, problem: RefusalReason | undefined): Promise<Message> => ({
  say: "pass-on-form",
  team: teamView(turn.team),
  idea: await viewOfIdea(turn),
  to: office.name,
  ...post,
  ...(problem ? { problem } : {}),
});

/** *Send back* by a lead: an idea that waits for coordinators who take no ideas any more is its own team's again. The answer is its story. */
export const takeBack = async (action: unknown, turn: IdeaTurn): Promise<Answer> => {
  const { stored, who, ports } = turn;
  if (!(await isLeftBehind(stored.idea, ports))) return tellStory(action, turn);
  const back = await happen(turn, turn, { event: "send-back", who, why: "" });
  return "no" in back ? back.no : tellStory(action, { ...turn, stored: { ...stored, idea: back.got.idea } });
};

type NamesPost = { readonly team: string; readonly idea: string; readonly passed: string };

export const readPassedPost = ({ team, idea, passed }: NamesPost, { rows }: Ports): Promise<StoredPassed | undefined> =>
  readPassed(rows, team, idea, passed);

/** *Post it*: the coordinators have not got the post, which comes to the channel that is theirs now. */
export const postPassedAgain = async (_action: unknown, turn: IdeaTurn, post: StoredPassed | undefined): Promise<Answer> => {
  const { team, stored, ports } = turn;
  const { id, stage } = stored.idea;
  if (!post || stage !== "passed-on") return refuse("idea-closed");
  const office = await readOffice(ports, team, post.to);
  if (!office) return refuse("no-office");
  if (isTroubled(post)) {
    await ports.jobs.put({ job: "show-passed", team: team.id, idea: id, passed: post.id }, afterStoringMs);
    const again = mergePassed(id, post.id, { delivery: "again", channelId: office.coordinatorsIn }, post.tag);
    await ports.rows.commit(teamPartition(team.id), [again]);
  }
  return { say: "passed-on", team: teamView(team), idea: await viewOfIdea(turn), to: office.name };
};
