import type { MessageOf } from "../../src/domain/message/index.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import type { Element } from "../parts/card.ts";
import { choiceInput } from "../parts/inputs.ts";
import { small } from "../parts/text.ts";
import type { SettingsDetail } from "./detail.ts";
import { officeInput } from "./office-input.ts";

/** The channel of the digest, and the coordinators. */
export const whereInputs = (message: MessageOf<"settings">, detail: SettingsDetail, words: Words): readonly Element[] => {
  const own = words.settings;
  const { channels, written } = message;
  const chosenFirst = [...channels.filter(({ id }) => id === written.channelId), ...channels.filter(({ id }) => id !== written.channelId)];
  return [
    choiceInput(
      "channelId",
      own.channel,
      chosenFirst.slice(0, detail.channels).map(({ id, name }) => ({ id, name: cut(name, 2 * detail.name) || own.presentChannel })),
      { value: written.channelId },
    ),
    ...(channels.length > detail.channels ? [small(own.moreChannels, { spacing: "None" })] : []),
    ...officeInput(message, words, detail.channels),
  ];
};
