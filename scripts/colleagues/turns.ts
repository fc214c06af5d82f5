import type { Config } from "../playground.ts";
import type { Between, Post } from "./between.ts";
import { buttonOf, isPlain, type Plain } from "./card.ts";
import { type Colleague, dealWith, finish, join, type Moment, newColleague, play } from "./colleague.ts";
import { openHands } from "./hands.ts";
import { buttons, characterOf, lines, movesClock, plot, type Scene } from "./story.ts";

/** Debounce (ms): the colleagues act when no request has passed for this long, because then all cards have arrived. */
const quietMs = 700;

/**
 * Plays the newcomer's five colleagues. They take a turn after cards have arrived that they may answer, and after `next` has moved the clock, as soon as no
 * request has passed for `quietMs`.
 */
export const startColleagues = (between: Between, gnistUrl: string, config: Config): { stop(): Promise<void> } => {
  const stopping = new AbortController();
  const stopped = stopping.signal;
  const hands = openHands({ config, gnistUrl, serviceUrl: between.serviceUrl, stopped });
  const names = [config.currentUser, ...config.users].map(({ name }) => name);
  const colleagues: readonly Colleague[] = config.users.flatMap((person) => {
    const character = characterOf(person.name);
    return character ? [newColleague(person, character, hands.chatOf(person))] : [];
  });

  let digest: Post | undefined;
  let digests = 0;
  let isFresh = false;
  /** Number of times that the newcomer has moved the clock; `stepOfTurn`: at the last turn. */
  let step = 0;
  let stepOfTurn = 0;
  /** The first step at which each scene may be played. */
  const scenes = new Map<Scene, number>();
  let isIntroduced = false;

  /** Runs one act of one colleague; its fault is logged and never stops the demo. */
  const safely = async <T>(act: () => Promise<T>): Promise<T | undefined> => {
    try {
      return stopped.aborted ? undefined : await act();
    } catch (fault) {
      if (!stopped.aborted) console.warn(`A colleague of the demo could not act: ${fault instanceof Error ? fault.message : fault}`);
      return undefined;
    }
  };

  const turn = async (): Promise<void> => {
    const [post, fresh, moved] = [digest, isFresh, step > stepOfTurn];
    isFresh = false;
    stepOfTurn = step;
    const moment = { hands, step, names };
    const did = { answered: 0, joined: 0 };
    for (const who of colleagues) {
      for (const card of who.inbox.splice(0)) if (await safely(() => dealWith(who, card, moment))) did.answered++;
      if (post && fresh && (await safely(() => join(who, post, moment)))) did.joined++;
      if (moved) await safely(() => finish(who, moment));
    }
    if (post && moved) await playOne(post, moment);
    const said = lines({ ...did, isFirst: !isIntroduced });
    isIntroduced ||= did.answered > 0;
    if (said !== undefined) await safely(() => hands.tell(said));
  };

  /** Plays the first scene that can be played: one per turn, so that not everything happens at once. The others wait. */
  const playOne = async (post: Post, moment: Moment): Promise<void> => {
    for (const [scene, from] of scenes) {
      const who = colleagues.find(({ person }) => person.name === scene.who);
      if (moment.step < from || !who || !(await safely(() => play(who, scene, post, moment)))) continue;
      scenes.delete(scene);
      return;
    }
  };

  const takeDigest = (post: Post) => {
    digest = post;
    digests++;
    isFresh = true;
    for (const scene of plot) if (digests === 1 || !scene.once) scenes.set(scene, step + scene.steps);
  };

  let turns: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const waitForQuiet = () => {
    clearTimeout(timer);
    if (stopped.aborted) return;
    timer = setTimeout(() => {
      timer = undefined;
      turns = turns.then(() => safely(turn));
    }, quietMs);
  };

  between.listen({
    chatOf: (teamsId) => colleagues.find(({ person }) => person.id === teamsId)?.chat,
    isChat: (conversationId) => colleagues.some(({ chat }) => chat === conversationId),
    passed: () => {
      if (timer) waitForQuiet();
    },
    answered: (activity) => {
      if (!isNext(activity, config.currentUser.id)) return;
      step++;
      waitForQuiet();
    },
    posted: (post, opens) => {
      const who = colleagues.find(({ chat }) => chat === post.conversationId);
      if (who) who.inbox.push(post);
      else if (post.id === digest?.id) digest = post;
      else if (opens && buttonOf(post.card, buttons.meToo)) takeDigest(post);
      if (who || isFresh) waitForQuiet();
    },
  });

  return {
    stop: async () => {
      stopping.abort();
      clearTimeout(timer);
      await turns;
    },
  };
};

/** Whether the newcomer has moved the clock. */
const isNext = ({ type, from, text }: Plain, newcomer: string): boolean =>
  type === "message" && isPlain(from) && from.id === newcomer && movesClock(String(text));
