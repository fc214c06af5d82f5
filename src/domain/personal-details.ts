import { fnr } from "@navikt/fnrvalidator";
import { FinnishSSN } from "finnish-ssn";
import personnummer from "personnummer";
import { halfWidth } from "./words.ts";

/** Kinds of detail that lead to one person, in the order in which a warning names them. */
export const personalDetails = ["swedish-number", "norwegian-number", "danish-number", "finnish-number", "phone", "email"] as const;
export type PersonalDetail = (typeof personalDetails)[number];

/** The kinds of personal detail that a text seems to hold. It errs on the side of silence: a warning that is often wrong is soon read by nobody. */
export const personalDetailsIn = (text: string): readonly PersonalDetail[] => {
  const plain = halfWidth(text)
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\p{Zs}/gu, " ");
  const isThere: Readonly<Record<PersonalDetail, boolean>> = {
    ...numbersIn(plain),
    phone: hasPhone(plain),
    email: email.test(plain),
  };
  return personalDetails.filter((detail) => isThere[detail]);
};

/** `person@example.org`. Its parts have a longest length, so that a long text costs no more than its length. */
const email = /[\p{L}\d][\p{L}\d._%+'-]{0,63}@(?:[\p{L}\d-]{1,63}\.){1,5}\p{L}{2,24}(?![\p{L}\d])/u;

/** Digits that no other digit, sign or letter joins, so that they are no part of a longer case number, date, version or amount. */
const alone = (digits: string, sign = "") =>
  new RegExp(`(?<![\\p{L}\\d#/_+-]|\\d[ .,:])${sign}(?:${digits})(?![\\p{L}\\d_+-]|[.,:/]\\d| \\d{3}(?!\\d))`, "gu");

const swedish = alone("(?:\\d{2})?\\d{6}[-+]?\\d{4}");
const norwegian = alone("\\d{6}[ .-]?\\d{5}|\\d{2}[. ]\\d{2}[. ]\\d{2}[ -]?\\d{5}");
const danish = alone("\\d{6}-?\\d{4}");
/** In other spellings, a number is that of a person only where a word says so. */
const spaced = alone("(?:\\d{2})?\\d{6} ?[-+ ] ?\\d{4}|\\d{2}[. ]\\d{2}[. ]\\d{2}[- ]\\d{4}");
const finnish = alone("\\d{6}[-+A-FU-Ya-fu-y]\\d{3}[\\dA-Ya-y]");

/** The package exports its class itself, and its types say that it is under `default`. */
const isSwedish = (digits: string): boolean => (personnummer as unknown as typeof personnummer.default).valid(digits);

/** The number of a case or an invoice may look like that of a person: where no sign parts its digits, or in Denmark, where it has no check digit, and a telephone number may too. */
const found = (pattern: RegExp, text: string, isChecked = true): readonly string[] =>
  [...text.matchAll(pattern)].flatMap(({ 0: match, index }) =>
    isMobile(match) || isOther(match, before(text, index), isChecked) ? [] : [match],
  );

const isOther = (digits: string, lead: string, isChecked: boolean): boolean => {
  const isPlain = /^\d+$/.test(digits);
  return ((isPlain || !isChecked) && caseWord.test(lead)) || (isPlain && !isChecked && phoneWord.test(lead));
};

/** The numbers of people. Those of Sweden, Norway and Finland have check digits; those of Denmark have had none since 2007. */
const numbersIn = (text: string) => {
  const named = [...text.matchAll(spaced)].flatMap(({ 0: match, index }) =>
    personWord.test(before(text, index)) ? [match.replace(/[. ]/g, "")] : [],
  );
  const isDanish = (digits: string) => isDayMonth(digits) && !isSwedish(digits);
  return {
    "swedish-number": [...found(swedish, text), ...named].some(isSwedish),
    "norwegian-number": found(norwegian, text).some((digits) => fnr(digits.replace(/\D/g, "")).status === "valid"),
    "danish-number": [...found(danish, text, false), ...named.filter((digits) => digits.replace("-", "").length === 10)].some(isDanish),
    "finnish-number": found(finnish, text).some((digits) => FinnishSSN.validate(digits.toUpperCase())),
  };
};

/** A word right before a number that says it is that of a person. */
const personWord = /(?<!\p{L})(?:cpr|pnr|person\p{L}*|pers|samordning\p{L}*)[ .-]{0,2}(?:nr|nummer)?[.:]{0,2} ?$/iu;

/** A mobile number of Sweden in one piece looks like the number of somebody born in 2007. */
const isMobile = (digits: string): boolean => /^07[02369]\d{7}$/.test(digits);

/** Do the digits begin with a day and a month? */
const isDayMonth = (digits: string): boolean => {
  const [day, month] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4))];
  return month >= 1 && month <= 12 && day >= 1 && day <= (daysOf[month - 1] ?? 0);
};
const daysOf = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The characters before a number, in which a word may say what it is. */
const before = (text: string, index: number): string => text.slice(Math.max(0, index - 24), index);

/** A word right before a number that says it belongs to a case, an invoice, a thing, a place or a time: one of these, or another word with "number" at its end. */
const caseWord =
  /(?:(?<!\p{L})(?:(?!pers|henkilö|patient|pasient|potilas|samordning|fødsel|födelse|hjelpe|[fp]nr|cpr|[dh]-|tel|tlf|tfn|mob|gsm|puh|matkapuh|känny|työ|phone|jour|vakt|direkt|kontakt|hem|privat|växel)\p{L}+-?(?:nr|nummer|numero)|batch|lot|parti|följesedel|inköpsorder|avd|avdelning|bil|säng|skåp|skap|skab|hylla|hylle|hylde|laite|gnr|case|order|invoice|ticket|serial|ref|room|version|account|dnr|diarie\p{L}*|ärende\p{L}*|faktura\p{L}*|order\p{L}*|rum|sal|konto\p{L}*|serie\p{L}*|artikel\p{L}*|inventarie\p{L}*|sak|saks\p{L}*|journal\p{L}*|rom|bestilling\p{L}*|ordre\p{L}*|sag|sags\p{L}*|lokale|kl|klockan|kello|klo|asia\p{L}*|lasku\p{L}*|tilaus\p{L}*|huone|viite\p{L}*|tili\p{L}*|ean|gtin|gln)(?:[ -]?(?:no|nr|nummer|number|id|numero))?)[.:]{0,2} ?#?$/iu;

/** A word near a number that says it is one to call. */
const phoneWord =
  /(?<!\p{L})(?:tel|tlf|tfn|telef\p{L}*|puh|puhelin\p{L}*|mob|mobil\p{L}*|matkapuh\p{L}*|phone\p{L}*|cell|call|text|ring|ringa|ringe|ringer|ringde|soita|soittaa|sms|sms:a|växel|vakttelefon|jour)(?!\p{L})/iu;

/** With the code of a country. */
const withCode = alone("[1-9]\\d{0,2}(?:[ -]?\\(0\\)[ -]?)?(?:[ -]?\\d{1,4}){2,6}", "(?:\\+|00(?=4[567]|358))");
/**
 * In Sweden and Finland: an area code that begins with 0, and five digits or more behind a dash or a space; or a mobile number in one piece. Behind a short code,
 * pairs of digits are rather a date or times.
 */
const withArea = alone(
  "\\(0\\d{1,3}\\) ?\\d{2,4}(?: ?\\d{2,4}){1,3}|0[1-9]\\d{1,2}(?:-| - |/| )(?:\\d{5,8}|\\d{2,4}(?: \\d{2,4}){1,3})|0[1-9](?:-| - |/| )(?:\\d{5,8}|\\d{3,4}(?: \\d{2,4}){1,2})|07[02369]\\d{7}|0(?:4\\d|50)\\d{6,8}",
);
/** In Denmark and Norway: eight digits, in pairs or as 3-2-3. Pairs in even steps rather count rooms, pages or degrees. */
const inPairs = alone("[2-9]\\d(?: \\d{2}){3}|[489]\\d{2} \\d{2} \\d{3}");
/** Digits that are a telephone number only where a word says so. */
const inOnePiece = alone("\\d{8}|\\d{4} \\d{4}|0\\d{7,9}|\\d{2,3}(?:[- ]\\d{2,3}){2}");

const isSeries = (text: string): boolean => {
  const [first = 0, second = 0, ...rest] = text.split(" ").map(Number);
  return rest.every((pair, at) => pair === second + (at + 1) * (second - first));
};

const digitsOf = (text: string): number => text.replace(/\D/g, "").length;

/** An amount, a share or a duration goes on with its unit. */
const unit =
  /^ ?(?:kr|kron|sek|nok|dkk|eur|usd|€|\$|£|%|mkr|tkr|mnok|mio|mill|st\b|stk|kpl|kg|km|meter|metri|timm|time|tunt|min|dag|päiv|pro[cs]ent|pros|grad|aste|mg|ml|cm|mm|gång|gang|kert)/iu;

const hasPhone = (whole: string): boolean => {
  const all = (pattern: RegExp) =>
    [...whole.matchAll(pattern)]
      .map(({ 0: match, index }) => ({
        text: match,
        digits: digitsOf(match),
        lead: before(whole, index),
        rest: whole.slice(index + match.length, index + match.length + 8),
      }))
      .filter(({ rest }) => !unit.test(rest));
  const isToCall = (lead: string) => phoneWord.test(lead) || !caseWord.test(lead);
  return (
    all(withCode).some(({ digits, lead }) => digits >= 9 && digits <= 15 && isToCall(lead)) ||
    all(withArea).some(({ digits, lead }) => digits >= 7 && digits <= 11 && isToCall(lead)) ||
    all(inPairs).some(({ lead, text }) => phoneWord.test(lead) || (!caseWord.test(lead) && !isSeries(text))) ||
    all(inOnePiece).some(({ digits, lead }) => digits >= 7 && phoneWord.test(lead) && !caseWord.test(lead))
  );
};
