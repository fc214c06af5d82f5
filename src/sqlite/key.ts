/*
 * The place of a row is one text: partition, U+0001, key. SQLite sorts text by its UTF-8 bytes, the ports by UTF-16 units. The two differ where a character is
 * beyond U+FFFF, whose units (U+D800 to U+DFFF) sort before U+E000. So each such unit is written as U+D7FF and a character that keeps the order; U+D7FF itself,
 * which no alphabet has, as U+D7FF U+0001.
 */
const parting = "\u0001";
const sign = "\ud7ff";
const base = 0x0100;

export const placeIn = (partition: string, key: string): string => `${sorted(partition)}${parting}${sorted(key)}`;

export const partsOf = (place: string): { readonly partition: string; readonly key: string } => {
  // A key may begin with U+D7FF U+0001, a partition end with it: the parting is the one U+0001 without the sign before it.
  let at = place.indexOf(parting);
  while (at > 0 && place[at - 1] === sign) at = place.indexOf(parting, at + 1);
  return { partition: original(place.slice(0, at)), key: original(place.slice(at + 1)) };
};

/** The key of a place whose partition is known. @param length the length of that partition's place with an empty key */
export const keyAt = (place: string, length: number): string => original(place.slice(length));

const sorted = (text: string): string =>
  /[\ud7ff-\udfff]/.test(text)
    ? text.replace(/[\ud7ff-\udfff]/g, (unit) =>
        unit === sign ? `${sign}${parting}` : `${sign}${String.fromCharCode(base + unit.charCodeAt(0) - 0xd800)}`,
      )
    : text;

const original = (text: string): string =>
  text.includes(sign)
    ? text.replace(/\ud7ff([\s\S])/g, (_, unit: string) =>
        unit === parting ? sign : String.fromCharCode(unit.charCodeAt(0) - base + 0xd800),
      )
    : text;
