import { dateOf, isOfOtherYear } from "../../domain/asking/local-time.ts";
import { isFinished, isLiving, isOpen, isWorth, ownedStages } from "../../domain/idea/idea.ts";
import { mayPassOn } from "../../domain/idea/life.ts";
import { mayAskAuthor } from "../../domain/idea/question.ts";
import { type PublicStep, publicStory } from "../../domain/idea/story.ts";
import { ownersNotes, teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import { readSome } from "../../store/idea.ts";
import { readSteps } from "../../store/step.ts";
import { hasVoice } from "../../store/voice.ts";
import { type Answer, asNewMessage, refuse } from "../flow.ts";
import { isLeftBehind } from "../owning/show-passed.ts";
import { readNames } from "../people/names.ts";
import type { IdeaTurn } from "../right.ts";
import { maySpread } from "../spread/may-spread.ts";
import { viewOfIdea, withdrawnInstead } from "./about-idea.ts";
import { isShown, namedIdea, viewOfFinal } from "./same-thing.ts";

/** The most ideas that a story names as merged into its own. */
const mostJoined = 20;

/** Steps that a story is told from; older ones are left out. */
const mostSteps = 100;

/** *See what happened*: the story comes as a new message, because the pressed receipt or news is still needed; after *Back*, it comes in place of the form. */
export const showStory = async (what: { readonly here?: true }, turn: IdeaTurn): Promise<Answer> => {
  const { stage, digest, author, owner } = turn.stored.idea;
  // An idea that the team has not seen has a story only for its author, its owner and leads, and none once it is withdrawn.
  const isTheirs = turn.leads || turn.who === author || turn.who === owner;
  if (digest === undefined && (stage === "withdrawn" || !isTheirs)) return refuse("no-such-idea");
  const story = await tellStory(what, turn);
  return story.say === "refusal" || what.here ? story : asNewMessage(story, turn.scene);
};

/** `#42`: its story, as everybody may read it. */
export const tellStory = async (_command: unknown, turn: IdeaTurn): Promise<Message> => {
  const { team, stored, ports, who: person, leads } = turn;
  const { stage, author, owner, number } = stored.idea;
  if (stage === "withdrawn") return withdrawnInstead(turn);
  // A lead has taken the idea out of what the team reads.
  if (stage === "held" && !leads && person !== author && person !== owner)
    return refuse("no-such-idea", number === undefined ? undefined : `#${number}`);
  const open = turn.isMember && isOpen(stored.idea);
  const [steps, isBehind, into, joined, isLeft] = await Promise.all([
    readSteps(ports.rows, team.id, stored.idea.id, mostSteps),
    hasVoice(ports.rows, team.id, stored.idea.id, person),
    viewOfFinal(ports, team, stored, turn.now),
    readSome(ports.rows, team.id, stored.idea.joined ?? []),
    leads && isLeftBehind(stored.idea, ports),
  ]);
  const story = publicStory(steps);
  const adjusted = story.filter(({ event }) => event === "adjust");
  // Gnist reads only the newest steps of a long story, so the cycles are counted from the last one.
  const cycleOf = (step: PublicStep) => {
    const at = adjusted.indexOf(step);
    return at < 0 ? {} : { cycle: (stored.idea.cycle ?? 1) - (adjusted.length - 1 - at) };
  };
  const names = await readNames(
    ports.rows,
    team.id,
    story.flatMap(({ who }) => who ?? []),
  );
  return {
    say: "idea-story",
    team: teamView(team),
    idea: await viewOfIdea(turn),
    ...(into ? { into } : {}),
    ...(leads || owner === person ? ownersNotes(stored.idea, team) : {}),
    joined: joined
      .map(({ idea }) => idea)
      .filter(isShown)
      .sort((a, b) => (a.number ?? 0) - (b.number ?? 0))
      .slice(0, mostJoined)
      .map(namedIdea),
    steps: story.map((step) => {
      const { stage, event, at, who, why } = step;
      const name = who && names.get(who);
      const otherYear = isOfOtherYear(dateOf(at, team.settings.zone), turn.now, team.settings.zone);
      return {
        stage,
        event,
        at,
        ...cycleOf(step),
        ...(otherYear ? { otherYear } : {}),
        ...(name ? { who: name } : {}),
        ...(why ? { why } : {}),
      };
    }),
    may: {
      join: turn.isMember && isLiving(stored.idea) && !isBehind,
      try: turn.isMember && isWorth(stored.idea),
      own: open && stored.idea.owner === undefined,
      plan: open && stored.idea.owner === person,
      end: leads && ownedStages.includes(stage) && owner !== person,
      answer: leads && stage === "new",
      reopen: leads && isFinished(stored.idea),
      passOn: leads && mayPassOn(stored.idea),
      takeBack: isLeft,
      askAuthor: leads && mayAskAuthor(stored.idea),
      spread: maySpread(turn, stored.idea),
    },
  };
};
