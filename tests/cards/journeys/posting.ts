import { Unstorable } from "../../../src/ports.ts";
import { teamPartition } from "../../../src/store/team.ts";
import { roundAfter } from "../../world/moments.ts";
import { expectSay, generalChannel } from "../../world/world.ts";
import type { Journey } from "../journey.ts";

/** A lead who posts before anybody was asked, and in another channel. */
export const byLead = async (journey: Journey): Promise<void> => {
  const { lead, sara, omar, text, words } = journey;
  await journey.added();
  await sara.says("idea", text.titles[0]);
  await lead.says("digest");
  await lead.presses(words.buttons.postNow);
  await omar.says("digest");
  await lead.says("digest-here", "", { in: "channel" });
  await lead.says("prompt-now");
  await lead.says("prompt-now");
};

/** Digests of which nobody knows whether they are there, and one that Teams does not take. */
export const troubled = async (journey: Journey): Promise<void> => {
  const { lead, pia, person, text, words, moveTo, trouble } = journey;
  const { buttons } = words;
  const ada = person("Ada Min");
  journey.makeAdmin(ada.name);
  const [first, second, third] = [0, 1, 2].map(roundAfter);
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
  // In a channel whose name is not known.
  const channelId = "19:elsewhere@thread.tacv2";
  const { inChannel } = journey;
  const place = { ...inChannel, channelId, address: { ...inChannel.address, conversationId: channelId } };
  await journey.receive({ happened: "wrote", who: lead.who, place, text: words.commands["digest-here"][0], activity: "elsewhere" });
  trouble.set(channelId, { outcome: "refused", why: "gone", detail: "404" });
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
  await journey.added();
  for (let at = 0; at < 30; at++) await sara.says("idea", text.titles[at % text.titles.length]);
  await lead.says("digest");
  await lead.presses(words.buttons.holdBack);
  await lead.presses(words.buttons.older);
  await sara.says("my-ideas");
  for (let at = 0; at < 8; at++) {
    const { ideas } = expectSay(await lead.presses(at === 0 ? words.buttons.newer : words.buttons.holdBack), "hold-form");
    const idea = ideas[0]?.name ?? "";
    await lead.presses(words.buttons.holdBack, { [words.draft.idea]: idea, [words.draft.holdReason]: text.held });
  }
};
