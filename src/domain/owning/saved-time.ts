import type { Saved } from "../idea/event.ts";
import type { Result } from "../result.ts";
import { halfWidth } from "../words.ts";

/** The most minutes that a test can save one person: a working week. */
const mostMinutes = 2_400;
const mostPeople = 10_000;

/** Signs between thousands, as Danish and English write them. */
const betweenThousands = /(?<=^\d{1,3}(?:[.,]\d{3})*)[.,](?=\d{3}(?:[.,]\d{3})*$)/g;

/** Reads a whole number that a person typed; undefined where they typed nothing. */
const readNumber = (typed: string | undefined, most: number): number | "bad" | undefined => {
  const digits = halfWidth(typed ?? "")
    .replace(/\s/g, "")
    .replace(betweenThousands, "");
  if (digits === "") return undefined;
  const number = /^\d{1,6}$/.test(digits) ? Number(digits) : most + 1;
  return number > most ? "bad" : number;
};

/** Reads the time that a test saved. A number that cannot be is refused, because the team reads it and sums are made of it. */
export const readSaved = (typed: { readonly minutes?: string; readonly people?: string }): Result<Saved, "bad-numbers"> => {
  const minutes = readNumber(typed.minutes, mostMinutes);
  const people = readNumber(typed.people, mostPeople);
  if (minutes === "bad" || people === "bad") return { no: "bad-numbers" };
  return { got: { ...(minutes === undefined ? {} : { minutes }), ...(people === undefined ? {} : { people }) } };
};
