import type { CommandName } from "../../domain/commands.ts";
import type { Cost, Kind, Stage } from "../../domain/idea/idea.ts";
import type { IdeasWords } from "../en/ideas.ts";
import { count } from "./shared.ts";

const kinds: Record<Kind, string> = {
  tools: "Verktyg och it",
  routines: "Rutiner och pappersarbete",
  information: "Information",
  together: "Samarbete",
  rules: "Regler och inköp",
  premises: "Lokaler och utrustning",
  served: "De vi är till för",
  other: "Annat",
};

const costs: Record<Cost, string> = {
  5: "Några minuter i veckan",
  30: "Ungefär en halvtimme i veckan",
  120: "Ett par timmar i veckan",
  240: "En halv dag i veckan",
  480: "En dag i veckan eller mer",
};

const stages: Record<Stage, string> = {
  new: "Ny",
  planned: "Planerad",
  testing: "Testas",
  checking: "Följs upp",
  adopted: "Klar",
  stopped: "Avslutad",
  merged: "Ihopslagen med en annan",
  held: "Väntar",
  "passed-on": "Skickad vidare",
  withdrawn: "Tillbakatagen",
};

const does: Partial<Record<CommandName, string>> = {
  idea: "skriv en idé när som helst",
  "my-ideas": "vad som hände med dina idéer",
  "my-actions": "det du har tagit dig an",
  prompt: "få frågan nu",
  digest: "den senaste sammanfattningen",
  pause: "sluta fråga mig ett tag",
  resume: "börja fråga mig igen",
  "who-sees-this": "vilka som läser det du skriver",
  language: "byt mitt språk",
};

const leadDoes: Partial<Record<CommandName, string>> = {
  "prompt-now": "fråga teamet nu",
  draft: "utkastet till nästa sammanfattning",
  "digest-now": "publicera sammanfattningen nu",
  "digest-here": "i en kanal: publicera här framöver",
  settings: "dagar, tider och personer",
  status: "vilka som har fått frågan, och vilka inte",
};

const adminDoes: Partial<Record<CommandName, string>> = {
  status: "hur det går i alla team tillsammans",
  teams: "varje team, och hur det går",
};

const age = (days: number) =>
  days < 1
    ? "sedan i dag"
    : days < 14
      ? `i ${count(days, { one: "dag", other: "dagar" })}`
      : `i ${count(Math.round(days / 7), { one: "vecka", other: "veckor" })}`;

export const ideas: IdeasWords = {
  kinds,
  costs,
  stages,
  age: (days) => `öppen ${age(days)}`,
  receipt: {
    saved: "Sparat. Tack!",
    changed: "Ändrat. Tack!",
    proposal: "Vad som skulle göra det lättare",
    next: (when, named) => `Ditt team ser det på ${when}, ${named ? "med" : "utan"} ditt namn. Jag hör av mig när något händer.`,
    rests: (named) =>
      `Ditt team är arkiverat i Teams, så jag vilar. När teamet har återställts får det se din idé, ${named ? "med" : "utan"} ditt namn. Jag hör av mig när något händer.`,
    shown: (number, post) => {
      const where = `${number === undefined ? "Den" : `Den har nummer #${number} och`} finns i sammanfattningen.`;
      const change = {
        fixed: "Det inlägget kan jag inte ändra.",
        "on-its-way": "Inlägget är på väg: en ändring syns där när det är på plats, om jag kan ändra det.",
        rests: "En ändring syns där när teamet har återställts i Teams.",
      };
      return `${where} ${post ? change[post] : "En ändring syns där också."} Jag hör av mig när något händer.`;
    },
    stands: (stage) => `Läge: ${stage}`,
    second: "Din andra text är inte sparad än. Tryck på Skriv en till om du vill skicka den också:",
    withdrawnPosted: {
      gone: "Tillbakatagen. Den är borta från Gnist och från teamets inlägg. Kopior som någon har gjort, och det Teams självt sparar, finns kvar.",
      "leads-asked":
        "Tillbakatagen. Den är borta från Gnist. Jag kan inte ändra teamets inlägg som visar den, så jag har bett teamledarna ta bort inlägget. Kopior som någon har gjort, och det Teams självt sparar, finns kvar.",
      stays:
        "Tillbakatagen. Den är borta från Gnist. Jag kan inte ändra teamets inlägg som visar den: det finns kvar tills någon tar bort det. Kopior som någon har gjort, och det Teams självt sparar, finns kvar.",
      "on-its-way":
        "Tillbakatagen. Den är borta från Gnist. Teamets inlägg är på väg: jag tar bort den även där, och om jag inte kan det ber jag teamledarna ta bort inlägget. Kopior som någon har gjort, och det Teams självt sparar, finns kvar.",
      rests:
        "Tillbakatagen. Den är borta från Gnist. Teamets inlägg visar den tills teamet återställs i Teams. Kopior som någon har gjort, och det Teams självt sparar, finns kvar.",
    },
    withdrawn:
      "Tillbakatagen. Den är borta från Gnist, och inget inlägg i teamet visar den. Kopior som någon har gjort, och det Teams självt sparar, finns kvar.",
  },
  lookUp: {
    whichTeam: "Vilket team menar du?",
    moreTeams: "För ett annat team: skriv det här i det teamets kanal.",
    myIdeas: "Mina idéer",
    noIdeas: "Du har inga idéer här än. Är något i vägen? Skriv det bara.",
    myActions: "Mina uppgifter",
    noActions: "Du har inte tagit dig an något. Tryck på Ta eller fråga i sammanfattningen när något lockar.",
    help: "Det här kan jag",
    helpWhat: "Är något i vägen? Skriv det bara här, en rad räcker.",
    does,
    leadDoes,
    adminDoes,
    forLeads: "För teamledare",
    forAdmins: "För administratörer",
    aboutOne: "Om en idé, med dess nummer:",
    aboutOneSay: ["jag med #42", "ta #42", "fråga #42 Sara", "inte jag #42", "klar #42", "#42"],
    local: "Körs på den här datorn: nästa hoppar till nästa sak som ska hända.",
    story: "Det här har hänt",
  },
};
