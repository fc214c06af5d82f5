import { z } from "zod";
import type { StandInForm } from "../../src/domain/action/settings.ts";
import type { MessageOf } from "../../src/domain/message/index.ts";
import type { Words } from "../../src/language/index.ts";
import type { Element } from "../parts/card.ts";
import { dateInput } from "../parts/inputs.ts";
import { longList, peopleInput } from "../parts/people-input.ts";
import { choice, longId } from "../parts/shapes.ts";
import { small } from "../parts/text.ts";

/** The choice of no substitute: a choice needs an id. */
const nobody = "nobody";
/** Members listed in a team that is too large to list all, where there is room; the others are found by name. */
const someListed = 8;

/** The substitute of the lead who reads the form, and their last day. */
export const standInInput = (
  { standIn, members, inChannel }: MessageOf<"settings">,
  { substitutes = someListed, name }: { readonly substitutes?: number; readonly name: number },
  words: Words,
): readonly Element[] => {
  if (!standIn) return [];
  const own = words.settings;
  const { lead, now } = standIn;
  const others = members.filter(({ id }) => id !== lead && id !== now.person);
  const chosen = [{ id: nobody, name: words.dash }, ...members.filter(({ id }) => id === now.person)];
  const most = members.length > longList ? substitutes : longList;
  const look = { value: now.person || nobody, search: inChannel ? "channel" : "organisation" } as const;
  return [
    ...peopleInput("substitute", own.substitute, { chosen, others, most, longestName: name }, look, words),
    dateInput("until", own.until, now.until),
    small(own.substituteWhat, { spacing: "None" }),
  ];
};

/** These inputs as they come back, and as the form showed them. */
export const aStandIn = {
  inputs: { substitute: choice.exactOptional(), until: choice.exactOptional() },
  before: z.object({ person: longId.or(z.literal("")), until: z.string() }).exactOptional(),
  of: (substitute = "", until = "", standInBefore?: StandInForm) =>
    standInBefore ? { standIn: { person: substitute === nobody ? "" : substitute, until }, standInBefore } : {},
};
