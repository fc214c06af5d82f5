import type { Message } from "../../domain/message/index.ts";
import { leadsTeam } from "../../domain/teams/substitute.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readBoard } from "../../store/board.ts";
import { readDigest } from "../../store/digest.ts";
import type { Said } from "../../store/said.ts";
import { currentDraft } from "../digest/draft.ts";
import { readPost, viewOf } from "../digest/post.ts";
import { refuse } from "../flow.ts";
import { ownerCard } from "../owning/owner-card-instead.ts";
import { agendaMessage } from "../review/agenda.ts";
import { boardMessage, readBoardPost } from "../review/read-board.ts";
import { reviewNow } from "../review/show-review.ts";
import { readForJob } from "./about-idea.ts";
import { whenShown } from "./idea-form.ts";
import { receipt } from "./receipt.ts";

/**
 * The message that takes the place of an answer which showed a withdrawn idea beside something else: that, as it now stands. Undefined where nothing else is left.
 * @param team the team that has the answer's guard
 */
export const answerInstead = async (ports: Ports, team: Team, { person, shows, which = "" }: Said): Promise<Message | undefined> => {
  const now = ports.clock.now();
  if (shows === "digest") {
    const digest = await readDigest(ports.rows, team.id, which);
    return digest && { say: "digest", digest: viewOf(await readPost(ports, team, digest), team, now) };
  }
  if (shows === "board") {
    const board = await readBoard(ports.rows, team.id, which);
    return board && boardMessage(await readBoardPost(ports, team, board), team, now);
  }
  if (shows === "draft")
    return leadsTeam(team, person, now) ? ((await currentDraft(team, ports)) ?? refuse("nothing-to-post")) : refuse("not-a-lead");
  if (shows === "review") return reviewNow(team, person, which, ports);
  if (shows === "agenda") return leadsTeam(team, person, now) ? agendaMessage(team, which, ports) : refuse("not-a-lead");
  const found = shows === "idea" ? await readForJob({ team: team.id, idea: which }, ports) : undefined;
  if (!found || found.stored.idea.stage === "withdrawn") return undefined;
  const { idea } = found.stored;
  if (idea.author === person) return receipt(team, idea, await whenShown(team, ports), {});
  return idea.owner === person || idea.askedOwner === person ? ownerCard(ports, found, person, idea.request) : undefined;
};
