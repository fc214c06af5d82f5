import type { CommandName } from "../../domain/commands.ts";
import type { Cost, Kind, Stage } from "../../domain/idea/idea.ts";
import type { IdeasWords } from "../en/ideas.ts";
import { count } from "./shared.ts";

const kinds: Record<Kind, string> = {
  tools: "Verktøy og IT",
  routines: "Rutiner og papirarbeid",
  information: "Informasjon",
  together: "Samarbeid",
  rules: "Regler og innkjøp",
  premises: "Lokaler og utstyr",
  served: "De vi er til for",
  other: "Annet",
};

const costs: Record<Cost, string> = {
  5: "Noen minutter i uka",
  30: "Omtrent en halvtime i uka",
  120: "Et par timer i uka",
  240: "En halv dag i uka",
  480: "En dag i uka eller mer",
};

const stages: Record<Stage, string> = {
  new: "Ny",
  planned: "Planlagt",
  testing: "Prøves ut",
  checking: "Følges opp",
  adopted: "Ferdig",
  stopped: "Avsluttet",
  merged: "Slått sammen med en annen",
  held: "Venter",
  "passed-on": "Sendt videre",
  withdrawn: "Trukket tilbake",
};

const does: Partial<Record<CommandName, string>> = {
  idea: "skriv en idé når som helst",
  "my-ideas": "hva som skjedde med ideene dine",
  "my-actions": "det du har tatt på deg",
  prompt: "få spørsmålet nå",
  digest: "den siste oppsummeringen",
  pause: "ikke spør meg på en stund",
  resume: "begynn å spørre meg igjen",
  "who-sees-this": "hvem som leser det du skriver",
  language: "bytt språket mitt",
};

const leadDoes: Partial<Record<CommandName, string>> = {
  "prompt-now": "spør teamet nå",
  draft: "utkastet til neste oppsummering",
  "digest-now": "publiser oppsummeringen nå",
  "digest-here": "i en kanal: publiser her framover",
  settings: "dager, tider og personer",
  status: "hvem som har fått spørsmålet, og hvem som ikke har",
};

const adminDoes: Partial<Record<CommandName, string>> = {
  status: "hvordan det går i alle team til sammen",
  teams: "hvert team, og hvordan det står til",
};

const age = (days: number) =>
  days < 1
    ? "siden i dag"
    : days < 14
      ? `i ${count(days, { one: "dag", other: "dager" })}`
      : `i ${count(Math.round(days / 7), { one: "uke", other: "uker" })}`;

export const ideas: IdeasWords = {
  kinds,
  costs,
  stages,
  age: (days) => `åpen ${age(days)}`,
  receipt: {
    saved: "Lagret. Takk!",
    changed: "Endret. Takk!",
    proposal: "Hva som ville gjort det lettere",
    next: (when, named) => `Teamet ditt ser det på ${when}, ${named ? "med" : "uten"} navnet ditt. Jeg sier fra når noe skjer.`,
    rests: (named) =>
      `Teamet ditt er arkivert i Teams, så jeg hviler. Når teamet er gjenopprettet, får det se ideen din, ${named ? "med" : "uten"} navnet ditt. Jeg sier fra når noe skjer.`,
    shown: (number, post) => {
      const where = `${number === undefined ? "Den" : `Den har nummer #${number} og`} er i oppsummeringen.`;
      const change = {
        fixed: "Det innlegget kan jeg ikke endre.",
        "on-its-way": "Innlegget er på vei: en endring vises der når det er på plass, hvis jeg kan endre det.",
        rests: "En endring vises der når teamet er gjenopprettet i Teams.",
      };
      return `${where} ${post ? change[post] : "En endring vises der også."} Jeg sier fra når noe skjer.`;
    },
    stands: (stage) => `Status: ${stage}`,
    second: "Den andre teksten din er ikke lagret ennå. Trykk Skriv en til hvis du vil sende den også:",
    withdrawnPosted: {
      gone: "Trukket tilbake. Den er borte fra Gnist og fra innlegget til teamet. Kopier som noen har laget, og det Teams selv lagrer, blir værende.",
      "leads-asked":
        "Trukket tilbake. Den er borte fra Gnist. Jeg kan ikke endre innlegget til teamet som viser den, så jeg har bedt teamlederne slette innlegget. Kopier som noen har laget, og det Teams selv lagrer, blir værende.",
      stays:
        "Trukket tilbake. Den er borte fra Gnist. Jeg kan ikke endre innlegget til teamet som viser den: det blir stående til noen sletter det. Kopier som noen har laget, og det Teams selv lagrer, blir værende.",
      "on-its-way":
        "Trukket tilbake. Den er borte fra Gnist. Innlegget til teamet er på vei: jeg tar den bort der også, og hvis jeg ikke kan det, ber jeg teamlederne slette innlegget. Kopier som noen har laget, og det Teams selv lagrer, blir værende.",
      rests:
        "Trukket tilbake. Den er borte fra Gnist. Innlegget til teamet viser den til teamet gjenopprettes i Teams. Kopier som noen har laget, og det Teams selv lagrer, blir værende.",
    },
    withdrawn:
      "Trukket tilbake. Den er borte fra Gnist, og ingen av teamets innlegg viser den. Kopier som noen har laget, og det Teams selv lagrer, blir værende.",
  },
  lookUp: {
    whichTeam: "Hvilket team mener du?",
    moreTeams: "For et annet team: skriv dette i kanalen til det teamet.",
    myIdeas: "Mine ideer",
    noIdeas: "Du har ingen ideer her ennå. Er noe i veien? Bare skriv det.",
    myActions: "Mine oppgaver",
    noActions: "Du har ikke tatt på deg noe. Trykk Ta eller spør i oppsummeringen når noe frister.",
    help: "Dette kan jeg",
    helpWhat: "Er noe i veien? Bare skriv det her, én linje er nok.",
    does,
    leadDoes,
    adminDoes,
    forLeads: "For teamledere",
    forAdmins: "For administratorer",
    aboutOne: "Om én idé, med nummeret dens:",
    aboutOneSay: ["jeg også #42", "ta #42", "spør #42 Sara", "ikke jeg #42", "ferdig #42", "#42"],
    local: "Kjører på denne maskinen: neste hopper til neste ting som skal skje.",
    story: "Dette har skjedd",
  },
};
