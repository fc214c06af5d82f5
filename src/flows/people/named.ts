import type { Member } from "../../domain/people/person.ts";
import { cut } from "../../domain/words.ts";
import { type Outcome, refuse } from "../flow.ts";

/** Finds the member with this whole name, or the only one with a part of the name that begins so. */
export const memberNamed = (written: string, members: readonly Member[]): Outcome<Member> => {
  const name = written.replace(/^@/, "").toLowerCase();
  const whole = members.filter((member) => member.name.toLowerCase() === name);
  const fits = whole.length > 0 ? whole : members.filter((member) => ` ${member.name.toLowerCase()}`.includes(` ${name}`));
  const [one, ...more] = fits;
  if (!one) return { no: refuse("no-such-member", cut(written, 60)) };
  return more.length > 0 ? { no: refuse("several-members", fits.map((member) => member.name).join(", ")) } : { got: one };
};
