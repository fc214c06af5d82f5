import type { NamedPeople } from "../../src/domain/action/settings.ts";
import type { Choice } from "../../src/domain/idea/view.ts";
import type { MessageOf } from "../../src/domain/message/index.ts";
import type { Words } from "../../src/language/index.ts";
import { button, buttons } from "../parts/buttons.ts";
import type { Element } from "../parts/card.ts";
import { peopleInput } from "../parts/people-input.ts";
import { line, small } from "../parts/text.ts";
import { mostAdded, type SettingsDetail } from "./detail.ts";
import { standInInput } from "./stand-in-input.ts";

/** Named people (leads, or people not asked) per page of the form. */
const namedOnPage = 20;

/**
 * One page of the people that a setting names, in the roster's order, and the members it does not name. People whom the form has added but not saved yet are
 * on every page, `room` of them at most.
 */
const pageOf = (members: readonly Choice[], named: readonly string[], stored: readonly string[], wanted: number, room: number) => {
  const [isNamed, isStored] = [new Set(named), new Set(stored)];
  const kept = members.filter(({ id }) => isNamed.has(id) && isStored.has(id));
  const added = members.filter(({ id }) => isNamed.has(id) && !isStored.has(id));
  const pages = Math.max(1, Math.ceil(kept.length / namedOnPage));
  const page = Math.min(wanted, pages - 1);
  const onPage = kept.slice(page * namedOnPage, (page + 1) * namedOnPage);
  const left = added.slice(room);
  const isLeft = new Set(left.map(({ id }) => id));
  const chosen = [...added.slice(0, room), ...onPage];
  const shown = new Set(onPage.map(({ id }) => id));
  return {
    pages,
    chosen,
    ids: chosen.map(({ id }) => id),
    others: members.filter(({ id }) => !isNamed.has(id) || isLeft.has(id)),
    /** Added people for whom the form has no room. */
    left: left.length,
    /** Stored people whom a save of this page may remove: those on the page, and those whom the form has removed already. */
    before: stored.filter((id) => shown.has(id) || !isNamed.has(id)),
  };
};

const pageIn = ({ members, written, before, page }: MessageOf<"settings">, id: keyof NamedPeople, added = mostAdded) =>
  pageOf(members, written[id], before[id], page, added);

/** The page of the people whom the settings name, and the stored people whom a save of it may remove. */
export const peoplePage = (message: MessageOf<"settings">) => {
  const [leads, notAsked] = [pageIn(message, "leads"), pageIn(message, "notAsked")];
  const pages = Math.max(leads.pages, notAsked.pages);
  return { pages, page: Math.min(message.page, pages - 1), before: { leads: leads.before, notAsked: notAsked.before } };
};

/** The leads, the reader's substitute, and people who are not asked. */
export const whoInputs = (message: MessageOf<"settings">, detail: SettingsDetail, words: Words): readonly (Element | undefined)[] => {
  const { team, inChannel } = message;
  const own = words.settings;
  const { pages, page } = peoplePage(message);
  /** A list of people that a lead can extend and shorten. @param hint the text of an empty list */
  const peopleOf = (id: keyof NamedPeople, { people: most, name, added }: SettingsDetail, hint: string) => {
    const { chosen, others, ids, left } = pageIn(message, id, added);
    const look = { isMulti: true, value: ids.join(","), hint, search: inChannel ? "channel" : "organisation" } as const;
    return [
      ...peopleInput(id, own[id], { chosen, others, most, longestName: name }, look, words),
      left > 0 ? line(own.noRoom(left), { spacing: "None", weight: "Bolder" }) : undefined,
    ];
  };
  const turn = (title: string, to: number) =>
    button(title, { verb: "show-settings", team: team.id, group: "who", page: to }, { inputs: "none" });
  const turns = [
    page > 0 ? turn(words.buttons.newer, page - 1) : undefined,
    page < pages - 1 ? turn(words.buttons.older, page + 1) : undefined,
  ];
  return [
    ...standInInput(message, detail, words),
    ...peopleOf("leads", detail, own.required),
    ...peopleOf("notAsked", { ...detail, people: detail.excepted ?? detail.people }, words.dash),
    ...(pages > 1 ? [small(own.peoplePage(page + 1, pages)), buttons(turns, { spacing: "Small" })] : []),
  ];
};
