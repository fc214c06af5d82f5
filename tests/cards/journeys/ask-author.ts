import { thisRound } from "../../world/moments.ts";
import type { Journey } from "../journey.ts";

/** A lead asks authors, who answer in each way; asks once too often, about an idea for a colleague, and about one that is withdrawn. */
export const askAuthor = async (journey: Journey): Promise<void> => {
  const { lead, sara, omar, pia, mats, text, words, moveTo } = journey;
  const { buttons, askAuthor: own } = words;
  const authors = [sara, omar, pia, mats];
  await journey.added();
  await moveTo(thisRound.question);
  for (const [at, person] of authors.entries()) await person.answers(text.titles[at] ?? "");
  const [phrase] = words.commands["idea-for-colleague"];
  await mats.writes(`${phrase}: ${text.titles[4]}`);
  await moveTo(thisRound.draft);
  const opens = async (at: number) => {
    await lead.says("draft");
    await lead.presses(buttons.change, { on: text.titles[at] ?? "" });
  };
  const asks = async (at: number) => {
    await opens(at);
    await lead.presses(buttons.askAuthor);
    return lead.presses(buttons.send, { [own.input]: text.question });
  };
  await opens(4);
  await lead.presses(buttons.askAuthor);
  await opens(0);
  await lead.presses(buttons.askAuthor);
  await lead.sendsByHand({ ...lead.wouldSend(buttons.send, { [own.input]: "?" }), question: "  " });
  const second = lead.wouldSend(buttons.send, { [own.input]: text.reason });
  for (const at of authors.keys()) await asks(at);
  await lead.sendsByHand(second);
  await lead.presses(buttons.back);

  await sara.presses(buttons.answerHidden);
  await sara.presses(buttons.answerHidden, { [own.answer]: text.reason });
  await omar.presses(buttons.answerNamed, { [own.answer]: text.reason });
  await pia.presses(buttons.wantToHelp);
  await pia.presses(buttons.back);
  await pia.presses(buttons.wantToHelp, { [own.answer]: text.proposal });
  await pia.presses(buttons.wantToHelp);
  for (const at of [0, 1, 2]) await opens(at);
  await lead.sendsByHand(second);
  const late = mats.wouldSend(buttons.answerHidden, { [own.answer]: text.reason });
  await mats.says("withdraw");
  await mats.sendsByHand(late);
};
