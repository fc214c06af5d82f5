/** Says why each kind of row is kept and who sees it, in English and Swedish, for the table of all data in SECURITY.md. A kind without a line here does not compile. */
import type { rowKinds } from "./kinds.ts";
import type { RowKind } from "./record.ts";

/** A text as both tables say it. */
type InBoth = { readonly en: string; readonly sv: string };

/** People who see what rows of a kind hold, in Teams. The operator can read every row: the pages say so above the table. */
export const readers = {
  nobody: { en: "nobody in Teams", sv: "ingen i Teams" },
  self: { en: "the person", sv: "personen själv" },
  team: { en: "the team", sv: "teamet" },
  nameless: {
    en: "the team, without the author's name unless they show it",
    sv: "teamet, utan namn på den som skrev, om inte personen själv visar det",
  },
  owners: { en: "the team, which is told owners' names alone", sv: "teamet, som bara får namn på ansvariga" },
  counted: { en: "the team, as a number", sv: "teamet, som ett antal" },
  owning: { en: "its causes and counts: owner and leads", sv: "orsaker och tal: ansvarig och teamledare" },
  thanked: { en: "author and owner, as a number", sv: "den som skrev och den ansvariga, som ett antal" },
  leads: { en: "leads", sv: "teamledare" },
  turnout: { en: "leads and admins, as numbers", sv: "teamledare och administratörer, som antal" },
  reach: {
    en: "leads, by name, where a message did not arrive",
    sv: "teamledare, med namn, där ett meddelande inte kom fram",
  },
  elsewhere: { en: "leads of other teams", sv: "teamledare i andra team" },
  coordinators: { en: "coordinators", sv: "samordnare" },
  admins: { en: "admins", sv: "administratörer" },
} as const satisfies Record<string, InBoth>;

type RegisterLine = InBoth & { readonly seenBy: readonly (keyof typeof readers)[] };

/** `en` and `sv` say what a row holds, and its purpose. */
export const register: { readonly [K in keyof typeof rowKinds]: RegisterLine } = {
  team: {
    en: "The team: its name, channels, settings, leads and their substitutes, people not asked",
    sv: "Teamet: namn, kanaler, inställningar, teamledare och ersättare, personer som inte får frågan",
    seenBy: ["leads", "admins"],
  },
  member: {
    en: "A member: name, ids and chat address for sending, language, pause and own times, why a message did not arrive",
    sv: "En medlem: namn, id och chattadress för att kunna skicka, språk, paus och egna tider, varför ett meddelande inte kom fram",
    seenBy: ["self", "reach"],
  },
  guest: {
    en: "A guest: as a member, so that Gnist knows them again and does not ask them",
    sv: "En gäst: som en medlem, så att Gnist känner igen personen och inte frågar",
    seenBy: ["self"],
  },
  left: {
    en: "A person who has left: as a member, so that they can withdraw what they wrote",
    sv: "Någon som har lämnat teamet: som en medlem, så att personen kan ta tillbaka det den skrev",
    seenBy: ["self"],
  },
  round: {
    en: "A round: its times, its question, the lead who began it early",
    sv: "En omgång: tider, fråga och teamledaren som satte i gång den i förtid",
    seenBy: ["leads", "admins"],
  },
  asked: {
    en: "The question to one person: whether it was sent and answered, so that nobody is asked twice; never the words",
    sv: "Frågan till en person: om den har skickats och besvarats, så att ingen får den två gånger; aldrig orden",
    seenBy: ["self", "turnout", "reach"],
  },
  waiting: {
    en: "A text without a trace that waits for others, with its author until it is shown",
    sv: "En text utan spår som väntar på andra, med den som skrev tills den visas",
    seenBy: ["self"],
  },
  idea: {
    en: "An idea: its words, author, owner, plan, causes and numbers, result",
    sv: "En idé: orden, vem som skrev, ansvarig, plan, orsaker och tal, resultat",
    seenBy: ["leads", "nameless", "owning", "coordinators"],
  },
  ended: {
    en: "An idea that has ended: as an open one",
    sv: "En idé som är avslutad: som en öppen",
    seenBy: ["leads", "nameless", "owning", "coordinators"],
  },
  voice: {
    en: "A person's voice for an idea, so that it counts once",
    sv: "En persons röst för en idé, så att den räknas en gång",
    seenBy: ["counted"],
  },
  step: {
    en: "A step in an idea's life: date, person, reason",
    sv: "Ett steg i en idés liv: datum, person, skäl",
    seenBy: ["owners"],
  },
  runTests: {
    en: "Tests that the team has run, offered to the next owner",
    sv: "Prov som teamet har gjort, som erbjuds nästa ansvariga",
    seenBy: ["team"],
  },
  spread: {
    en: "A result that a lead offers to other teams, in lines without names",
    sv: "Ett resultat som en teamledare erbjuder andra team, i rader utan namn",
    seenBy: ["leads", "elsewhere"],
  },
  tip: {
    en: "A result of another team, and whether it was tried",
    sv: "Ett resultat från ett annat team, och om det har prövats",
    seenBy: ["leads"],
  },
  tips: {
    en: "The times of tips, so that at most two come in a week",
    sv: "Tiderna för tips, så att det kommer högst två i veckan",
    seenBy: ["nobody"],
  },
  request: {
    en: "A request to own an idea: who asked whom, and the reason of a no",
    sv: "En förfrågan om att ta en idé: vem som frågade vem, och skälet till ett nej",
    seenBy: ["self", "leads"],
  },
  question: {
    en: "A lead's question to an author, and the answer, without the author's name unless they show it",
    sv: "En teamledares fråga till den som skrev, och svaret, utan namn om inte den som skrev visar det",
    seenBy: ["self", "leads"],
  },
  thanks: {
    en: "A person's thanks for an idea, so that they count once",
    sv: "En persons tack för en idé, så att det räknas en gång",
    seenBy: ["thanked"],
  },
  thanked: { en: "A note that thanks wait to be told", sv: "En anteckning om tack som ännu inte har framförts", seenBy: ["nobody"] },
  number: { en: "The number of an idea", sv: "En idés nummer", seenBy: ["team"] },
  numbers: { en: "The next free number", sv: "Nästa lediga nummer", seenBy: ["nobody"] },
  mine: {
    en: "A list of an author's ideas, for *my ideas*",
    sv: "En lista över idéerna från en person, för *mina idéer*",
    seenBy: ["self"],
  },
  handled: {
    en: "A note that an idea for a colleague has arrived, without its author",
    sv: "En anteckning om att en idé åt en kollega har kommit, utan vem som skrev",
    seenBy: ["nobody"],
  },
  digest: {
    en: "A digest: the ideas and numbers that its post shows",
    sv: "En sammanfattning: idéerna och talen som inlägget visar",
    seenBy: ["team"],
  },
  review: {
    en: "A review that was posted: the ideas that it shows, and the lead's own line",
    sv: "En månadsgenomgång som har lagts ut: idéerna som den visar, och teamledarens egen rad",
    seenBy: ["team"],
  },
  shown: {
    en: "A note of the posts that show an idea, so that posts can be corrected",
    sv: "En anteckning om var en idé visas, så att inlägg kan rättas",
    seenBy: ["nobody"],
  },
  posted: {
    en: "A copy of a post as it stood in the channel, with the names that it showed; words that are withdrawn and names that are erased go from it",
    sv: "En kopia av ett inlägg som det stod i kanalen, med de namn som det visade; ord som tas tillbaka och namn som raderas tas bort ur den",
    seenBy: ["leads", "nameless"],
  },
  copied: { en: "A list of the copies in which an idea stands", sv: "En lista över de kopior där en idé står", seenBy: ["nobody"] },
  address: {
    en: "A hash of the secret in the address at which other systems read the team's posted results, and its date",
    sv: "Ett hashvärde av hemligheten i adressen där andra system läser teamets publicerade resultat, och datum",
    seenBy: ["leads"],
  },
  addressOf: { en: "An index from that hash to the team", sv: "Ett index från det hashvärdet till teamet", seenBy: ["nobody"] },
  exported: { en: "The date of an export of the team", sv: "Datum för en export av teamet", seenBy: ["leads"] },
  board: {
    en: "A board of a meeting: its ideas, when it was open, the decisions, owners who accepted, the lead who closed it",
    sv: "En tavla för ett möte: idéerna, när den var öppen, besluten, de som tog en idé, teamledaren som stängde den",
    seenBy: ["team"],
  },
  onBoard: {
    en: "A note of the boards that show an idea, so that they can be corrected",
    sv: "En anteckning om de tavlor som visar en idé, så att de kan rättas",
    seenBy: ["nobody"],
  },
  send: {
    en: "A note that a message was sent, so that it is sent once",
    sv: "En anteckning om att ett meddelande har skickats, så att det skickas en gång",
    seenBy: ["reach"],
  },
  draft: {
    en: "A note of a draft in a lead's chat, so that it can be corrected",
    sv: "En anteckning om ett utkast i en teamledares chatt, så att det kan rättas",
    seenBy: ["nobody"],
  },
  said: {
    en: "A note of a message about an idea, so that a withdrawn text is taken out of it; of an answer that somebody asked for, 30 days",
    sv: "En anteckning om ett meddelande om en idé, så att en återtagen text kan tas bort ur det; om ett svar som någon bad om, i 30 dagar",
    seenBy: ["nobody"],
  },
  passed: {
    en: "An idea's post in the coordinators' channel",
    sv: "En idés inlägg i samordnarnas kanal",
    seenBy: ["team", "coordinators"],
  },
  passedHere: {
    en: "A list of the posts in a coordinators' channel",
    sv: "En lista över inläggen i en samordnarkanal",
    seenBy: ["nobody"],
  },
  teamAudit: {
    en: "A change of settings: date, person, old and new value",
    sv: "En ändrad inställning: datum, person, gammalt och nytt värde",
    seenBy: ["leads", "admins"],
  },
  changed: {
    en: "Settings before a change for many teams, for *Undo*",
    sv: "Inställningar före en ändring för många team, för *Ångra*",
    seenBy: ["nobody"],
  },
  profile: {
    en: "A person's own choices: language, pause, times, news",
    sv: "En persons egna val: språk, paus, tider, nyheter",
    seenBy: ["self"],
  },
  knownAs: {
    en: "Two ids of one person, so that they are asked once",
    sv: "Två id för en person, så att personen bara får en fråga",
    seenBy: ["nobody"],
  },
  teamOfPerson: { en: "A team of a person", sv: "Ett team som en person är med i", seenBy: ["self"] },
  week: {
    en: "The team that asks a person in several teams this week",
    sv: "Teamet som veckans fråga till någon i flera team kommer från",
    seenBy: ["nobody"],
  },
  checkIn: {
    en: "The team that sends a person the week's check-in",
    sv: "Teamet som veckans avstämning till en person kommer från",
    seenBy: ["nobody"],
  },
  form: { en: "The team that a person chose on a form", sv: "Teamet som en person valde på ett formulär", seenBy: ["nobody"] },
  welcomed: { en: "A note that a person was welcomed", sv: "En anteckning om att en person har hälsats välkommen", seenBy: ["nobody"] },
  news: {
    en: "News for a person that waits for their next message",
    sv: "En nyhet till en person som väntar på nästa meddelande",
    seenBy: ["self"],
  },
  bundle: { en: "The news that a person got on a day", sv: "Nyheterna som en person fick en dag", seenBy: ["self"] },
  muted: { en: "An idea of which a person wants no news", sv: "En idé som en person inte vill ha nyheter om", seenBy: ["nobody"] },
  typed: {
    en: "A note that a typed message became an idea, so that it is saved once",
    sv: "En anteckning om att ett skrivet meddelande blev en idé, så att den sparas en gång",
    seenBy: ["nobody"],
  },
  teamOfTenant: { en: "A list of the teams with Gnist", sv: "En lista över team som har Gnist", seenBy: ["admins"] },
  measures: {
    en: "Counts of a team's round: answers, ideas, days, results and minutes saved; no name, no text, no single idea",
    sv: "Tal för en omgång i ett team: svar, idéer, dagar, resultat och sparade minuter; inga namn, inga texter, inga enskilda idéer",
    seenBy: ["counted", "coordinators", "admins"],
  },
  coordinators: { en: "A list of the teams that take ideas", sv: "En lista över team som tar emot idéer", seenBy: ["leads", "admins"] },
  defaults: {
    en: "Settings for new teams, and the link to the whistleblowing channel",
    sv: "Inställningar för nya team, och länken till visselblåsarkanalen",
    seenBy: ["admins"],
  },
  change: {
    en: "A change of settings for many teams: date, admin, choices",
    sv: "En ändring av inställningar för många team: datum, administratör, val",
    seenBy: ["admins"],
  },
  tenantAudit: {
    en: "An admin's change of the settings for all teams",
    sv: "En administratörs ändring av inställningar för alla team",
    seenBy: ["admins"],
  },
  act: {
    en: "The audit: who changed settings or roles, passed an idea on or took an export, and the date and row count of each erasure; no words of ideas",
    sv: "Åtgärdsloggen: vem som ändrade inställningar eller roller, skickade en idé vidare eller hämtade en export, och varje raderings datum och antal rader; inga ord ur idéer",
    seenBy: ["admins"],
  },
  erasing: {
    en: "The progress of an erasure, with the ids and names to erase",
    sv: "Hur långt en radering har kommit, med id och namn som ska raderas",
    seenBy: ["nobody"],
  },
  erased: {
    en: "A hash of a person who had their data deleted, so that Gnist does not take them in again",
    sv: "Ett hashvärde för någon som har raderat sina data, så att Gnist inte tar in personen igen",
    seenBy: ["nobody"],
  },
  file: {
    en: "A file that a person asked for: whose it is, which file, until when; never the file",
    sv: "En fil som någon har bett om: vems den är, vilken fil, till när; aldrig filen",
    seenBy: ["self"],
  },
  pace: { en: "The pace of messages to Teams", sv: "Takten för meddelanden till Teams", seenBy: ["nobody"] },
  due: {
    en: "Work that is planned for a moment, with the ids it concerns",
    sv: "Arbete som är planerat till en tidpunkt, med de id det gäller",
    seenBy: ["nobody"],
  },
  ahead: {
    en: "The clock of a demonstration on one's own machine",
    sv: "Klockan vid en demonstration på den egna datorn",
    seenBy: ["nobody"],
  },
  alive: { en: "A sign that a server runs, in Azure only", sv: "Ett tecken på att en server är i gång, bara i Azure", seenBy: ["nobody"] },
  release: {
    en: "The form of the store, and the release of Gnist that wrote it",
    sv: "Lagrets form, och den version av Gnist som skrev den",
    seenBy: ["nobody"],
  },
  moving: { en: "A note that the store is being moved", sv: "En anteckning om att lagret flyttas", seenBy: ["nobody"] },
};

/** Places of rows, by the first word of the partition. */
export const places: Readonly<Record<string, InBoth>> = {
  team: { en: "team", sv: "teamet" },
  person: { en: "person", sv: "personen" },
  tenant: { en: "all teams", sv: "alla team" },
  audit: { en: "audit, apart", sv: "åtgärdsloggen, för sig" },
  address: { en: "address", sv: "adressen" },
  due: { en: "planned work", sv: "planerat arbete" },
  files: { en: "files asked for", sv: "filer på begäran" },
  clock: { en: "the store", sv: "lagret" },
  alive: { en: "the store", sv: "lagret" },
  release: { en: "the store", sv: "lagret" },
  moving: { en: "the store", sv: "lagret" },
};

export const lifetimes: { readonly [L in RowKind["lives"]]: InBoth } = {
  "with its team": { en: "with the team", sv: "med teamet" },
  "with its person": { en: "with the person", sv: "med personen" },
  "with its tenant": { en: "with the store", sv: "med lagret" },
  "with its idea": { en: "with the idea", sv: "med idén" },
  "for the months kept": { en: "the months kept", sv: "idéernas tid" },
  "as long as the audit": { en: "the audit's time", sv: "åtgärdsloggens tid" },
  "while a member": { en: "while a member", sv: "under medlemskapet" },
  "an hour": { en: "an hour", sv: "en timme" },
  "a day": { en: "a day", sv: "ett dygn" },
  "a day at most": { en: "a day at most", sv: "högst ett dygn" },
  "until told": { en: "until told", sv: "tills det har meddelats" },
  "until it is shown": { en: "until it is shown", sv: "tills den visas" },
  "until its time comes": { en: "until its time comes", sv: "tills tiden är inne" },
  "while its instance runs": { en: "while the server runs", sv: "medan servern är i gång" },
  "until it is moved back": { en: "until it is moved back", sv: "tills lagret flyttas tillbaka" },
  "until it is done": { en: "until it is done", sv: "tills den är klar" },
  "until they come back": { en: "until they come back", sv: "tills personen kommer tillbaka" },
  "as long as the store": { en: "with the store", sv: "med lagret" },
};

/** Persons whom rows name, by the column, or the word of the key, that holds their id. */
export const persons: Readonly<Record<string, InBoth>> = {
  PERSON: { en: "the person", sv: "personen" },
  person: { en: "the person", sv: "personen" },
  ids: { en: "the person", sv: "personen" },
  names: { en: "the person", sv: "personen" },
  "…": { en: "the person it concerns", sv: "den det gäller" },
  job: { en: "the person it concerns", sv: "den det gäller" },
  by: { en: "the one who acted", sv: "den som gjorde det" },
  who: { en: "the one who acted", sv: "den som gjorde det" },
  last: { en: "the one who acted last", sv: "den som senast gjorde något" },
  changes: { en: "people whom settings name", sv: "personer i inställningarna" },
  settings: { en: "people whom settings name", sv: "personer i inställningarna" },
  addedBy: { en: "the one who added Gnist", sv: "den som lade till Gnist" },
  leads: { en: "leads", sv: "teamledare" },
  missingLeads: { en: "leads", sv: "teamledare" },
  leadWanted: { en: "people asked to lead", sv: "tillfrågade om att leda" },
  claims: { en: "people who say that they lead", sv: "de som säger att de leder" },
  substitutes: { en: "substitutes", sv: "ersättare" },
  author: { en: "author", sv: "den som skrev" },
  named: { en: "people whom the post names", sv: "personer som inlägget nämner" },
  owner: { en: "owner", sv: "ansvarig" },
  askedOwner: { en: "the one asked to own it", sv: "den som har fått frågan att ta den" },
  askedBy: { en: "the one who asked", sv: "den som frågade" },
  mergedBy: { en: "the one who joined it", sv: "den som slog ihop den" },
  closedBy: { en: "the lead who closed it", sv: "teamledaren som stängde den" },
  decisions: { en: "owners who accepted", sv: "de som tog en idé" },
};
