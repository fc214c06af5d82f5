import { setTimeout as wait } from "node:timers/promises";
import { afterStoringMs } from "../../src/flows/flow.ts";
import type { Config } from "../playground.ts";
import type { Between, Post } from "./between.ts";
import { buttonOf, isPlain, type Plain } from "./card.ts";
import { type Colleague, dealWith, join, lookAtActions, type Moment, newColleague, play, thank } from "./colleague.ts";
import { openHands } from "./hands.ts";
import { buttons, characterOf, lines, movesClock, plot, type Scene } from "./story.ts";

/** Time (ms) after an act in which Gnist notes what it will tell of it. */
const notedMs = afterStoringMs + 1_500;

/** Debounce (ms): the colleagues act when no request has passed for this long, because then all cards have arrived. */
const quietMs = 700;

/**
 * Plays the newcomer's five colleagues. They take a turn after cards have arrived that they may answer, and after `next` has moved the clock, as soon as no
 * request has passed for `quietMs`. `next` waits for them, so that they keep up with a newcomer who is quick.
 */
export const startColleagues = (between: Between, gnistUrl: string, config: Config): { stop(): Promise<void> } => {
  const stopping = new AbortController();
  const stopped = stopping.signal;
  let actedAt = 0;
  const acted = () => {
    actedAt = Date.now();
  };
  const hands = openHands({ config, gnistUrl, serviceUrl: between.serviceUrl, stopped, acted });
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
    const moment = { hands, names };
    const did = { answered: 0, joined: 0 };
    for (const who of colleagues) {
      if (moved) await safely(() => lookAtActions(who, moment));
      for (const card of who.inbox.splice(0)) if (await safely(() => dealWith(who, card, moment))) did.answered++;
      if (post && fresh && (await safely(() => join(who, post, moment)))) did.joined++;
      if (post && moved && who.joins !== undefined) await safely(() => thank(who, post, moment));
    }
    if (post && (moved || fresh)) await playOne(post, moment);
    const said = lines({ ...did, isFirst: !isIntroduced });
    isIntroduced ||= did.answered > 0;
    if (said !== undefined) await safely(() => hands.tell(said));
  };

  /** Plays the first scene that can be played: one per turn, so that not everything happens at once. The others wait. */
  const playOne = async (post: Post, moment: Moment): Promise<void> => {
    for (const [scene, from] of scenes) {
      const who = colleagues.find(({ person }) => person.name === scene.who);
      if (step < from || !who || !(await safely(() => play(who, scene, post, moment)))) continue;
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

  /** The moves of the clock, one after another. */
  let nexts: Promise<unknown> = Promise.resolve();
  /** Waits until the colleagues have done what they do now, and Gnist has noted everything that it will tell. */
  const atRest = async (): Promise<void> => {
    await turns;
    while (!stopped.aborted && (timer || Date.now() < actedAt + notedMs)) {
      await wait(100);
      await turns;
    }
  };

  between.listen({
    chatOf: (teamsId) => colleagues.find(({ person }) => person.id === teamsId)?.chat,
    isChat: (conversationId) => colleagues.some(({ chat }) => chat === conversationId),
    passed: () => {
      if (timer) waitForQuiet();
    },
    passOn: (activity, pass) => {
      if (!isNext(activity, config.currentUser.id)) return pass().finally(acted);
      const moving = nexts.then(async () => {
        await atRest();
        const heard = await pass();
        step++;
        waitForQuiet();
        return heard;
      });
      nexts = moving.catch(() => undefined);
      return moving;
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
