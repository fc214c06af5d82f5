import type { CommandName } from "../../domain/commands.ts";
import type { PeopleWords } from "../en/people.ts";
import { count, list } from "./shared.ts";

const does: Partial<Record<CommandName, string>> = {
  idea: "skriv en idé når som helst",
  "idea-for-colleague": "gem det, en kollega siger, uden afsender",
  "my-ideas": "hvad der er sket med dine idéer",
  "my-actions": "det, du har taget på dig",
  prompt: "få spørgsmålet nu",
  digest: "den seneste opsummering",
  pause: "ingen spørgsmål, så længe du vil",
  resume: "spørg mig igen",
  "who-sees-this": "hvem der læser det, du skriver",
  language: "skift mit sprog",
  "my-data": "alt, hvad Gnist har om mig",
  "delete-my-data": "slet det, Gnist har om mig",
};

const leadDoes: Partial<Record<CommandName, string>> = {
  "prompt-now": "spørg teamet nu",
  draft: "udkastet til den næste opsummering",
  "digest-now": "læg opsummeringen op nu",
  "digest-here": "i en kanal: læg opsummeringen op her fremover",
  "coordinators-here": "i en kanal: tag imod idéer fra andre teams her",
  substitute: "med navn og dag, for eksempel stedfortræder Omar til fredag: den, der leder for dig",
  settings: "dage, tider og personer",
  status: "hvor mange der har svaret, og hvem jeg ikke fik fat i",
};

const adminDoes: Partial<Record<CommandName, string>> = {
  status: "hvordan det går i alle teams til sammen",
  teams: "alle teams, ét ad gangen",
  defaults: "indstillinger, som nye teams begynder med, og den samme ændring i mange teams",
};

export const people: PeopleWords = {
  unclear: {
    oneMeant: (phrase) => `Mente du ${phrase}?`,
    severalMeant: "Mente du noget af det her?",
    questionOrIdea: "Er det et spørgsmål til mig eller en idé til dit team?",
    noAnswer: "Jeg kan kun svare på nogle få ting. Det er ikke gemt som en idé.",
    thanked: "Selv tak! Jeg er her, når noget giver bøvl.",
  },
  personal: {
    notSent: "Intet er sendt endnu",
    details: {
      "swedish-number": "et svensk personnummer",
      "norwegian-number": "et norsk personnummer",
      "danish-number": "et CPR-nummer",
      "finnish-number": "et finsk personnummer",
      phone: "et telefonnummer",
      email: "en e-mailadresse",
    },
    found: (details) => `Der ser ud til at stå ${list(details)} her.`,
    why: "Hører det til nogen, er det bedst at tage det ud. Hvis ikke, så send det bare.",
    open: "Ret i feltet. Tryk så på Send.",
    text: "Det, du skrev",
  },
  whoSees: {
    title: "Hvem kan se det",
    promise:
      "Gnist viser aldrig, hvem der skrev hvad, medmindre du selv vælger at vise dit navn. It-afdelingen på din arbejdsplads kan søge i chats i Teams.",
    names: {
      team: "Dit team",
      leads: "Teamledere",
      moment: "Når du sender,",
      admins: "Administratorer",
      record: "Man kan søge aktindsigt",
      kept: "Gnist ved,",
      trace: "Uden spor:",
      owner: "Hvis du tager en idé,",
      channel: "I en kanal",
      back: "Hvis du fortryder,",
      whistle: "Ved alvorlige forhold",
    },
    team: (when) =>
      `ser din linje i den næste opsummering${when === undefined ? "" : `, på ${when}`}: uden dit navn, medmindre du sætter kryds ved Vis mit navn. En teamleder kan lade den vente; så får du at vide hvorfor.`,
    rests:
      "er arkiveret i Teams, så jeg hviler. Når det er gendannet, ser teamet din linje: uden dit navn, medmindre du sætter kryds ved Vis mit navn.",
    always: {
      leads:
        "ser den samtidig med teamet. De ser, hvor mange der har svaret, ikke hvem. De kan stille ét spørgsmål om den, og det finder du med Hvad er der sket? på kvitteringen.",
      back: "så tryk på Træk tilbage på kvitteringen, som er den eneste vej tilbage til linjen. Så er linjen væk fra Gnist, og fra teamets opslag, hvis jeg kan ændre det. Kopier, som nogen har lavet, og det, Teams selv gemmer, bliver liggende.",
    },
    rows: {
      leads:
        "kan se den tidligere, i udkastet, også dér uden dit navn. De ser, hvor mange der har svaret, ikke hvem. De kan stille dig ét spørgsmål gennem mig, uden at se, hvem du er.",
      moment: "kan teamledere læse linjen i udkastet med det samme. Den, der ved, hvornår du sendte den, kan regne ud, at den er din.",
      admins: "ser tal og indstillinger, ingen svar.",
      record: "i det, teamet lægger op.",
      kept: "hvem der har skrevet en linje, så den, der skrev, kan få at vide, hvordan det går, og rette linjen. De, der driver Gnist, kan komme til det, der er gemt.",
      trace: (people) =>
        `indtil teamet har fået teksten at se, kan de, der driver Gnist, finde ud af, hvem der skrev den; en sikkerhedskopi fra før kan have det længere. Den venter, til ${count(people, { one: "person har", other: "personer har" })} skrevet på den måde. Derefter fører intet i Gnist til den, der skrev.`,
      owner: "står dit navn på den som tovholder.",
      channel: "ser alle det, du skriver til mig dér, med dit navn. Skriv hellere til mig i vores egen chat.",
      back: "så tryk på Træk tilbage på kvitteringen, eller skriv træk tilbage. Så er linjen væk fra Gnist, og fra teamets opslag, hvis jeg kan ændre det. Kopier, som nogen har lavet, og det, Teams selv gemmer, bliver liggende.",
      whistle:
        "har din arbejdsgiver en særlig ordning. Er noget alvorligt eller ulovligt, så tryk på knappen herunder. Gnist er ikke en del af ordningen.",
    },
  },
  help: {
    title: "Det kan jeg",
    what: "Er der noget, der giver bøvl? Skriv det bare her, en linje er nok.",
    does,
    leadDoes,
    adminDoes,
    forLeads: "Til teamledere",
    forAdmins: "Til administratorer",
    aboutOne: "Om en idé, med dens nummer:",
    aboutOneSay: ["også mig #42", "tag #42", "spørg #42 Sara", "ikke mig #42", "test færdig #42", "færdig #42", "afslut #42", "#42"],
    local: "Kører på denne maskine: næste hopper til det næste, der skal ske.",
  },
  whichTeam: {
    title: "Hvilket team mener du?",
    more: "Til et andet team: skriv det her i det teams kanal.",
  },
  stopWhich: {
    title: (n) => `Mener du en pause eller idé #${n}?`,
    what: "Der er ikke ændret noget endnu.",
  },
  pause: {
    until: (when) => `Gnist er sat på pause. Jeg spørger dig ikke før ${when}.`,
    open: "Gnist er sat på pause. Jeg spørger dig ikke, før du skriver fortsæt.",
    howLong: "Hvor længe? Nyt om dine idéer kommer alligevel, og du kan skrive til mig når som helst.",
    stillNews: "Nyt om dine idéer kommer alligevel, og du kan skrive til mig når som helst.",
    resumed: "Godt, du er tilbage. Nu spørger jeg dig igen.",
  },
  myData: {
    soon: "Jeg samler det, jeg har om dig. Det kommer her i chatten.",
    title: "Det har Gnist om dig",
    what: "Det er alt, der fører til dig. Skriv slet mine data, hvis du vil have det slettet.",
    end: "Det var alt.",
    untilResume: "du skriver fortsæt",
    facts: {
      name: "Navn",
      teamsId: "Dit id i Teams",
      chatId: "Vores chat i Teams",
      serviceUrl: "Teams' adresse til vores chat",
      language: "Sprog, du har valgt",
      seenLanguage: "Sproget i dit Teams",
      inSeveralTeams: "I flere teams med Gnist",
      pausedUntil: "På pause til",
      unreachable: "Jeg kan ikke nå dig",
      offeredLess: "Spurgt, om du vil have færre spørgsmål, uge",
      askedSince: "Første spørgsmål, uge",
      saidLeftAt: "Forlod teamet, ifølge Teams",
      leftAt: "Forlod teamet",
      newsOff: "Ingen nyheder om ideer",
      askDay: "Dag for dit spørgsmål",
      askTime: "Tid for dit spørgsmål",
      workingDays: "Dine arbejdsdage",
      askEvery: "Hvor tit",
    },
    groups: {
      you: "Dig",
      roles: "Roller og indstillinger, der nævner dig",
      ideas: "Dine idéer",
      owned: "Det, du har taget på dig",
      steps: "Skridt, du har taget, med dine begrundelser",
      requests: "Forespørgsler om at tage en idé, til dig eller fra dig",
      questions: "Spørgsmål og svar mellem ledere og forfattere",
      voices: "Dine stemmer",
      thanks: "Dine tak",
      answered: "Spørgsmål, du har svaret på",
      asked: "Spørgsmål, du ikke har svaret på",
      changes: "Indstillinger, du har ændret",
      sent: "Noter om beskeder til dig",
      planned: "Planlagt arbejde, der nævner dig",
      notes: "Noter, så du ikke får noget to gange",
    },
  },
  deleteData: {
    title: "Skal jeg slette det, jeg har om dig?",
    what: "Dit navn, din chat med mig, dine svar og dine valg forsvinder, og det gør idéer, som teamet ikke har set, og begrundelser, du har skrevet, også. Dine stemmer tæller stadig, uden navn. Det, du har taget på dig, går tilbage til teamet.",
    ideas: "Hvad med idéer, som teamet har set?",
    forGood: "Det kan ikke fortrydes.",
    deleting: "Jeg sletter det, jeg har om dig",
    becomes: { deleted: "Dine idéer forsvinder også.", kept: "Idéer, som teamet har set, bliver stående uden dit navn." },
    soon: "Det tager nogle minutter, og længere hvor der er mange team. Jeg sender dig ikke mere, bortset fra én besked, når det er færdigt.",
    untold: "Det tager nogle minutter, og længere hvor der er mange team. Jeg sender dig ikke mere.",
    deleted: "Det, jeg havde om dig, er slettet",
    became: { deleted: "Dine idéer er også væk.", kept: "Idéer, som teamet havde set, står der stadig, uden dit navn." },
    left: "Denne chat bliver i Teams, og det gør kopier, som andre har lavet, også. De, der driver Gnist, kan have sikkerhedskopier fra før.",
    again: "Jeg gemmer én kode, der ikke afslører, hvem du er, så jeg ikke spørger dig igen. Skriv fortsæt, hvis du vil være med igen.",
  },
  languageSet: "Nu skriver jeg dansk til dig.",
  whichLanguage: "Hvilket sprog? Skriv sprog dansk, sprog svensk, sprog bokmål, sprog nynorsk, sprog finsk eller sprog engelsk.",
};
