import { type IdeaEvent, wantsOwner } from "../../domain/idea/event.ts";
import type { Idea } from "../../domain/idea/idea.ts";
import { life, liveOn } from "../../domain/idea/life.ts";
import type { RefusalReason } from "../../domain/message/refusal.ts";
import type { PersonId } from "../../domain/people/person.ts";
import { hourApart } from "../../domain/teams/roster.ts";
import { type Also, changeIdea, type Made } from "../../store/change-idea.ts";
import { putDue } from "../../store/due.ts";
import { stepKey } from "../../store/step.ts";
import { renewEveryPostOf, renewPostsOf } from "../digest/renew-posts.ts";
import { afterStoringMs, type Outcome, refuse } from "../flow.ts";
import { renewPassedOf } from "../owning/show-passed.ts";
import { readNames } from "../people/names.ts";
import type { IdeaTurn, Turn } from "../right.ts";

/** The result of an event: the idea as it now stands, or why the event could not happen. */
export type Happened = Outcome<Made>;

/** Events that change the author's words or take the idea away, which drafts in leads' chats show too. */
const changesDrafts: readonly IdeaEvent["event"][] = ["edit", "withdraw", "restore", "merge", "unmerge"];

/**
 * Events after which every post that shows the idea is renewed, the old ones too: they change its words or end a request, and no press on an old post would
 * show it.
 */
const changesOldPosts: readonly IdeaEvent["event"][] = [
  "edit",
  "title",
  "hold",
  "put-back",
  "withdraw",
  "restore",
  "merge",
  "unmerge",
  "end-request",
  "forget",
];

type TeamNow = Pick<Turn, "team" | "ports" | "now">;
type KnownIdea = Pick<IdeaTurn, "stored"> & Partial<Pick<IdeaTurn, "pressed" | "names" | "gone">>;

/**
 * Lets an event happen to an idea (domain/idea/life.ts), with optimistic concurrency on its row. News about it names the step that is written: however often a
 * person presses, it is told once, and where somebody else was quicker, no step is written and nothing is told.
 * @param also makes the changes of the team's other rows that belong in the same transaction, or says why the event cannot happen
 * @param then puts the jobs that follow besides, before the change is stored
 */
export const happen = async (
  place: TeamNow,
  about: KnownIdea,
  event: IdeaEvent,
  also: Also<RefusalReason> = () => ({ got: [] }),
  then: (made: Made) => Promise<unknown> = async () => undefined,
): Promise<Happened> => {
  const { team, ports, now } = place;
  const { stored, pressed, names } = about;
  const nonce = ports.chance.id();
  const moment = { at: now, keyAt: (at: number) => stepKey(stored.idea.id, at, nonce) };
  const readGone = async () => {
    const gone = await about.gone;
    return gone !== undefined && !team.leads.includes(gone) ? gone : undefined;
  };
  // An idea without an owner needs no look at the roster.
  const gone = wantsOwner(event) && stored.idea.owner !== undefined ? await readGone() : undefined;
  /**
   * An idea that had ended or was hidden when its owner left was not freed then: the team's ideas are looked through again, now and in an hour, when a second
   * roster makes it sure.
   */
  const freeSoon = async () => {
    if ((await readGone()) === undefined) return;
    const at = now + hourApart;
    await ports.jobs.put({ job: "free-ideas", team: team.id }, afterStoringMs);
    await putDue(ports.rows, { at, team: team.id, job: { job: "free-ideas", team: team.id, at } });
  };

  const changed = await changeIdea(ports.rows, team.id, stored, {
    // A refusal names the idea it was decided on, which may be newer than the one that was read before.
    change: (idea: Idea) => {
      const lived = liveOn(idea, event, gone, moment);
      return "no" in lived ? { no: { why: lived.no, of: idea } } : lived;
    },
    before: (made) => {
      // A digest may have begun to show the idea since it was read.
      const meanwhile = made.was.digest === stored.idea.digest ? undefined : made.was.digest;
      return Promise.all([
        putNews(place, made, "who" in event ? event.who : undefined),
        changesOldPosts.includes(event.event) || "title" in event
          ? renewEveryPostOf(ports, team, made.idea)
          : renewPostsOf(ports, team, made.idea, pressed?.id, meanwhile),
        renewPassedOf(ports, team, made.was, made.idea),
        changesDrafts.includes(event.event)
          ? ports.jobs.put({ job: "renew-drafts", team: team.id, changed: true }, afterStoringMs)
          : undefined,
        life[event.event].undoes || event.event === "reopen" ? freeSoon() : undefined,
        putMoves(place, event, made),
        // A result that is offered to other teams is none any more.
        made.was.stage === "adopted" && made.idea.stage !== "adopted"
          ? ports.jobs.put({ job: "take-tips-back", team: team.id, idea: made.idea.id }, afterStoringMs)
          : undefined,
        then(made),
      ]);
    },
    also: async (made) => {
      const beside = await also(made);
      return "no" in beside ? { no: { why: beside.no, of: made.was } } : beside;
    },
  });
  if (changed === undefined) return { no: refuse("no-such-idea") };
  if (!("no" in changed)) return changed;
  const { why, of } = changed.no;
  const { owner } = of;
  const named = why === "already-owned" && owner !== undefined;
  return { no: refuse(why, named ? (await readNames(ports.rows, team.id, [owner], await names)).get(owner) : undefined) };
};

/** Puts the jobs that tell people of each step. */
const putNews = async ({ team, ports: { jobs } }: TeamNow, { was, idea: { id }, steps }: Made, by: PersonId | undefined): Promise<void> => {
  const told = steps.flatMap(({ event, key }) => {
    const { news, leads } = life[event];
    const from = event === "unmerge" && was.mergedInto !== undefined ? { from: was.mergedInto } : {};
    return [
      ...(news ? [{ job: "note-news", team: team.id, idea: id, step: key, news, ...(by ? { by } : {}), ...from } as const] : []),
      ...(leads ? [{ job: "tell-leads", team: team.id, news: leads, idea: id, once: key } as const] : []),
    ];
  });
  await Promise.all(told.map((job) => jobs.put(job, afterStoringMs)));
};

/** Events after which the voices that a merged idea brings to another one are other ones. */
const movesVoices: readonly IdeaEvent["event"][] = ["merge", "unmerge", "withdraw", "restore"];

/** Puts the jobs that move voices: to or from the idea that this one was merged into, and for those that were merged into this one. */
const putMoves = async ({ team, ports: { jobs } }: TeamNow, { event }: IdeaEvent, { was, idea }: Made): Promise<void> => {
  if (!movesVoices.includes(event)) return;
  const into = [...new Set([was.mergedInto, idea.mergedInto])].filter((id) => id !== undefined);
  const pairs = [
    ...into.map((id) => ({ idea: idea.id, into: id })),
    ...(event === "withdraw" || event === "restore" ? (idea.joined ?? []).map((id) => ({ idea: id, into: idea.id })) : []),
  ];
  await Promise.all(pairs.map((pair) => jobs.put({ job: "move-voices", team: team.id, ...pair }, afterStoringMs)));
};
