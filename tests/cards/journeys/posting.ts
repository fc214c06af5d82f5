import { Unstorable } from "../../../src/ports.ts";
import { teamPartition } from "../../../src/store/team.ts";
import { roundAfter } from "../../world/moments.ts";
import { expectSay, generalChannel } from "../../world/world.ts";
import type { Journey } from "../journey.ts";

/** A lead who posts before the team was asked, and in another channel. */
export const byLead = async (journey: Journey): Promise<void> => {
  const { lead, sara, omar, text, words } = journey;
  await journey.added();
  await sara.says("idea", text.titles[0]);
  await lead.says("draft");
  await lead.presses(words.buttons.postNow);
  await omar.says("digest");
  await lead.says("digest-here", "", { in: "channel" });
  await lead.says("prompt-now");
  await lead.says("prompt-now");
};

/** Doubtful digests, and one that Teams refuses. */
export const troubled = async (journey: Journey): Promise<void> => {
  const { lead, pia, person, text, words, moveTo, trouble } = journey;
  const { buttons } = words;
  const ada = person("Ada Min");
  journey.makeAdmin(ada.name);
  const [first, second, third, fourth] = [0, 1, 2, 3].map(roundAfter);
  await journey.added();
  const digestOf = async (week: typeof first, friction: string, outcome: "doubtful" | "refused") => {
    await moveTo(week?.question ?? 0);
    await pia.answers(friction);
    trouble.set(generalChannel, outcome === "doubtful" ? { outcome, detail: "502" } : { outcome, why: "gone", detail: "404" });
    await moveTo(week?.digest ?? 0);
    trouble.clear();
  };
  await digestOf(first, text.titles[0], "doubtful");
  await ada.says("status");
  const onPhone = lead.onAnotherDevice();
  await lead.presses(buttons.isThere);
  await onPhone.presses(buttons.isThere);

  await digestOf(second, text.titles[1], "doubtful");
  await lead.says("status");
  const [onTablet, onLaptop] = [lead.onAnotherDevice(), lead.onAnotherDevice()];
  await lead.press(buttons.postIt);
  await onTablet.press(buttons.postIt);
  await journey.settle();
  await onLaptop.presses(buttons.postIt);

  await digestOf(third, text.titles[2], "refused");
  await lead.says("status");
  await ada.says("status");
  // In a private channel, whose name is not known.
  const { channelId } = journey.opensChannel("elsewhere", "private");
  journey.opensChannel("everywhere", "shared");
  for (const name of ["everywhere", "elsewhere"]) await lead.says("digest-here", "", { in: name });
  trouble.set(channelId, { outcome: "refused", why: "gone", detail: "404" });
  await lead.says("digest-now");
  // Once another round is open, digest now could mean either.
  await moveTo(fourth?.question ?? 0);
  await pia.answers(text.titles[3]);
  await lead.says("digest-now");
  trouble.set(channelId, { outcome: "doubtful", detail: "502" });
  await lead.presses(buttons.postIt);
  await lead.says("digest-now");
};

/** An idea that cannot be read any more, and a digest that the store will not take. */
export const setAside = async (journey: Journey): Promise<void> => {
  const { lead, sara, pia, text, moveTo, ports } = journey;
  const round = roundAfter(0);
  journey.expectTrouble();
  await journey.added();
  await moveTo(round.question);
  const sent = expectSay(await sara.answers(text.titles[0]), "receipt");
  await pia.answers(text.titles[1]);
  await ports.rows.commit(teamPartition(sent.team.id), [{ do: "merge", key: `idea|${sent.idea}`, values: { v: 2 } }]);
  const { commit } = ports.rows;
  const takesNoDigest: typeof commit = (partition, changes) =>
    changes.some(({ key }) => key.startsWith("digest|"))
      ? Promise.reject(new Unstorable("a text has 40,000 characters"))
      : commit(partition, changes);
  Object.assign(ports.rows, { commit: takesNoDigest });
  await moveTo(round.digest);
  await lead.says("status");
};

/** More ideas than a card has room for. */
export const manyIdeas = async (journey: Journey): Promise<void> => {
  const { lead, sara, text, words } = journey;
  const { buttons, draft } = words;
  await journey.added();
  for (let at = 0; at < 30; at++) await sara.says("idea", text.titles[at % text.titles.length]);
  await lead.says("draft");
  await sara.says("my-ideas");
  let shown = expectSay(await lead.presses(buttons.older), "draft");
  for (let at = 0; at < 8; at++) {
    const [any] = shown.ideas;
    await lead.presses(buttons.change, { on: draft.others, [draft.idea]: any?.name ?? "" });
    shown = expectSay(await lead.presses(buttons.holdBack, { [draft.change.reason]: text.held }), "draft");
  }
  shown = expectSay(await lead.presses(buttons.older), "draft");
  await lead.presses(buttons.change, { on: draft.others, [draft.idea]: shown.ideas.at(-1)?.name ?? "" });
};

/** A lead saves the form of one idea while the store is down. */
export const changesNotSaved = async (journey: Journey): Promise<void> => {
  const { lead, sara, ingrid, text, words } = journey;
  const { buttons, draft } = words;
  await journey.added();
  await sara.says("idea", text.titles[0]);
  await lead.says("draft");
  await lead.presses(buttons.change);
  journey.storeIs("down");
  await lead.press(buttons.save);
  journey.storeIs("well");
  await lead.presses(buttons.back);
  await lead.presses(buttons.change);
  journey.storeIs("down");
  await lead.press(buttons.save, { [draft.change.person]: ingrid.name, [draft.change.date]: "2026-12-18" });
  journey.storeIs("well");
};

/** Ideas that a lead marks as quick wins, by presses and by the form, and an owner who weighs one anew. */
export const quickWins = async (journey: Journey): Promise<void> => {
  const { lead, sara, omar, pia, mats, text, words, moveTo, inTeam } = journey;
  const { buttons, draft, form, kinds, weight } = words;
  const [first, second, third] = text.titles;
  const round = roundAfter(0);
  await journey.added();
  await moveTo(round.question);
  await sara.answers(first, { [form.proposal]: text.proposal, [form.kind]: kinds.tools });
  await omar.answers(second);
  await pia.answers(third);
  await moveTo(round.draft);
  await lead.presses(draft.smallEffort, { on: first });
  await lead.presses(weight.effects.much, { on: first });
  await lead.change(second, buttons.save, { [weight.effort]: weight.efforts.small, [weight.effect]: weight.effects.some });
  await moveTo(round.digest);
  const numberOf = (title: string) => `#${inTeam("digest")[0]?.digest.quick.find((idea) => idea.title === title)?.number}`;
  await mats.says("take", numberOf(second));
  await mats.writes(numberOf(second));
  await mats.presses(weight.title);
  await mats.presses(buttons.save, { [weight.effect]: weight.effects.much });
  const other = inTeam("digest")[0]?.digest.top[0];
  await mats.says("take", `#${other?.number}`);
  await mats.presses(weight.title);
  await moveTo(roundAfter(1).question);
  await omar.answers(text.titles[3]);
  await moveTo(roundAfter(1).digest);
};

/** *Post now* while few have answered, and the buttons of drafts that were posted, or are no longer the ones to be posted. */
export const draftsOfOld = async (journey: Journey): Promise<void> => {
  const { lead, sara, omar, pia, text, words, moveTo, person } = journey;
  const { buttons, draft } = words;
  const [first, second, third] = [0, 1, 2].map(roundAfter);
  for (let at = 1; at <= 12; at++) journey.join(`Kim Nilsson ${at}`);
  await journey.added();
  await pia.says("idea", text.titles[3]);
  await lead.says("draft");
  const early = lead.onAnotherDevice();
  await moveTo(first?.question ?? 0);
  await omar.answers(text.titles[0]);
  // A round has taken the place of the draft between two.
  await early.presses(buttons.postNow);
  await lead.says("digest-now");
  for (let at = 1; at <= 5; at++) await person(`Kim Nilsson ${at}`).presses(buttons.nothing);
  await lead.says("draft");
  const onPhone = lead.onAnotherDevice();
  await lead.presses(buttons.postNow);
  await lead.presses(buttons.postNow);
  await onPhone.presses(buttons.postNow);
  await onPhone.presses(buttons.postNow);

  // A new one has begun when an old draft is pressed.
  await moveTo(second?.question ?? 0);
  await sara.answers(text.titles[1]);
  await lead.says("draft");
  const old = lead.onAnotherDevice();
  await moveTo(second?.digest ?? 0);
  await sara.says("idea", text.titles[2]);
  await old.presses(buttons.postNow);
  const away = person("Kim Nilsson 7");
  await away.takesGnistAway();
  await lead.says("draft");
  await lead.change(text.titles[2], buttons.save, { [draft.change.person]: away.name });

  // Nothing new is left of what a draft showed.
  await moveTo(third?.draft ?? 0);
  await sara.presses(buttons.withdraw);
  await moveTo(third?.digest ?? 0);
};
