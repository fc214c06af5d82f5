import { isResultOf } from "../../domain/idea/spread.ts";
import type { Message } from "../../domain/message/index.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { isAnswer, readSaid, type Said } from "../../store/said.ts";
import { putSpread, readSpread, takenBack } from "../../store/spread.ts";
import { teamPartition } from "../../store/team.ts";
import type { JobFlow } from "../flow.ts";
import { readForJob } from "../ideas/about-idea.ts";
import { answerInstead } from "../ideas/answer-instead.ts";
import { putInstead } from "../ideas/put-instead.ts";
import { ownerCardInstead } from "../owning/owner-card-instead.ts";
import { tipOver } from "./tip.ts";

/** Is it a tip to a lead of another team? Its guard is that of news for leads. */
const isTip = ({ guardKey }: Said): boolean => guardKey.split("|")[1] === "lead" && guardKey.split("|")[3] === "tip";

/** The message that takes the place of one that shows a tip: a lead's card ends, and an owner's card offers the test no more. */
export const tipInstead = async (ports: Ports, sentBy: Team, said: Said, source: string): Promise<Message | undefined> => {
  if (isAnswer(said)) return answerInstead(ports, sentBy, said);
  return isTip(said) ? tipOver(sentBy) : ownerCardInstead(ports, sentBy, said, source);
};

/** Takes a result back from other teams: a lead has pressed *Undo*, or it is a result no more, because its idea is open again. */
export const takeTipsBack: JobFlow<"take-tips-back"> = async (job, ports) => {
  const { rows } = ports;
  const [found, offered] = await Promise.all([readForJob(job, ports, true), readSpread(rows, job.team, job.idea)]);
  if (!found || !offered) return undefined;
  if (offered.lines) {
    if (isResultOf(found.stored.idea, offered.at)) return undefined;
    const isStored = (await rows.commit(teamPartition(job.team), [putSpread(job.idea, takenBack(offered), offered.tag)])) === "done";
    if (!isStored) return { laterMs: 1_000 };
  }
  const all = (await readSaid(rows, job.team, job.idea)).filter(({ team }) => team !== job.team);
  return putInstead(ports, found.team, all, (sentBy, said) => tipInstead(ports, sentBy, said, job.idea));
};
