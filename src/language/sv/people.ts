import type { CommandName } from "../../domain/commands.ts";
import type { PeopleWords } from "../en/people.ts";
import { count, list } from "./shared.ts";

const does: Partial<Record<CommandName, string>> = {
  idea: "skriv en idé när som helst",
  "idea-for-colleague": "spara det en kollega säger, utan avsändare",
  "my-ideas": "vad som har hänt med dina idéer",
  "my-actions": "det du har tagit dig an",
  prompt: "få frågan nu",
  digest: "den senaste sammanfattningen",
  numbers: "vad de senaste omgångarna gav, i siffror",
  pause: "inga frågor, så länge du vill",
  resume: "börja fråga mig igen",
  "who-sees-this": "vilka som läser det du skriver",
  language: "byt mitt språk",
  "my-data": "allt Gnist har om mig",
  "delete-my-data": "radera det Gnist har om mig",
};

const leadDoes: Partial<Record<CommandName, string>> = {
  "prompt-now": "fråga teamet nu",
  draft: "utkastet till nästa sammanfattning",
  "digest-now": "publicera sammanfattningen nu",
  "digest-here": "i en kanal: publicera här framöver",
  review: "månadens genomgång, att publicera, med dagordning",
  "coordinators-here": "i en kanal: ta emot idéer från andra team här",
  substitute: "med namn och dag, till exempel ersättare Omar till fredag: den som leder i ditt ställe",
  settings: "dagar, tider och personer",
  status: "hur många som har svarat, och vilka jag inte nådde",
};

const adminDoes: Partial<Record<CommandName, string>> = {
  status: "hur det går i alla team tillsammans",
  teams: "alla team, ett i taget",
  defaults: "inställningar som nya team börjar med, och samma ändring i många team",
};

export const people: PeopleWords = {
  unclear: {
    oneMeant: (phrase) => `Menade du ${phrase}?`,
    severalMeant: "Menade du något av det här?",
    questionOrIdea: "Är det här en fråga till mig, eller en idé till ditt team?",
    noAnswer: "Jag kan bara svara på några få saker. Det är inte sparat som en idé.",
    thanked: "Tack själv! Jag finns här när något är i vägen.",
  },
  personal: {
    notSent: "Inget är skickat än",
    details: {
      "swedish-number": "ett svenskt personnummer",
      "norwegian-number": "ett norskt personnummer",
      "danish-number": "ett danskt personnummer (CPR)",
      "finnish-number": "ett finskt personnummer",
      phone: "ett telefonnummer",
      email: "en e-postadress",
    },
    found: (details) => `Det ser ut att stå ${list(details)} här.`,
    why: "Hör det till någon är det bäst att ta bort det. Gör det inte det är det bara att skicka.",
    open: "Ändra i rutan. Tryck sedan på Skicka.",
    text: "Det du skrev",
  },
  whoSees: {
    title: "Vem ser det här",
    promise:
      "Gnist visar aldrig vem som skrev vad, om du inte själv väljer att visa ditt namn. Din arbetsgivares it-avdelning kan söka i Teams-chattar.",
    names: {
      team: "Ditt team",
      leads: "Teamledare",
      moment: "När du skickar,",
      admins: "Administratörer",
      record: "Det teamet publicerar",
      kept: "Gnist vet",
      trace: "Utan spår:",
      owner: "Om du tar en idé",
      channel: "I en kanal",
      back: "Om du ångrar dig:",
      whistle: "För missförhållanden",
    },
    team: (when) =>
      `ser din rad i nästa sammanfattning${when === undefined ? "" : `, ${when}`}: utan ditt namn, om du inte kryssar i Visa mitt namn. En teamledare kan låta den vänta; då får du veta varför.`,
    rests:
      "är arkiverat i Teams, så jag vilar. När det har återställts får teamet se din rad: utan ditt namn, om du inte kryssar i Visa mitt namn.",
    always: {
      leads:
        "ser den samtidigt som teamet. De ser hur många som har svarat, inte vilka. De kan ställa en fråga om den, och den hittar du med Se vad som hände på kvittot.",
      back: "tryck på Ta tillbaka på kvittot, som är den enda vägen tillbaka till raden. Raden försvinner från Gnist, och från teamets inlägg om jag kan ändra det. Kopior som någon har gjort, och det Teams självt sparar, finns kvar.",
    },
    rows: {
      leads:
        "kan se den tidigare, i utkastet, också då utan ditt namn. De ser hur många som har svarat, inte vilka. De kan ställa en fråga till dig genom mig, utan att se vem du är.",
      moment: "kan teamledare läsa raden i utkastet genast. Den som vet när du skickade den kan förstå att den är din.",
      admins: "ser siffror och inställningar, inga svar.",
      record: "kan begäras ut som allmän handling.",
      kept: "vem som har skrivit en rad, så att den som skrev får veta hur det går och kan ändra raden. De som sköter Gnist kan komma åt det som sparas.",
      trace: (people) =>
        `tills teamet har fått se texten kan de som driver Gnist ta reda på vem som skrev den; en säkerhetskopia från tiden innan kan ha det kvar längre. Den väntar tills ${count(people, { one: "person har", other: "personer har" })} skrivit så. Därefter leder inget i Gnist till den som skrev.`,
      owner: "står ditt namn på den som ansvarig.",
      channel: "ser alla vad du skriver till mig där, med ditt namn. Skriv hellre till mig i vår egen chatt.",
      back: "tryck på Ta tillbaka på kvittot, eller skriv ta tillbaka. Raden försvinner från Gnist, och från teamets inlägg om jag kan ändra det. Kopior som någon har gjort, och det Teams självt sparar, finns kvar.",
      whistle:
        "har din arbetsgivare en egen kanal. Gäller det något allvarligt eller olagligt, tryck på knappen här under. Gnist är inte en del av den kanalen.",
    },
  },
  help: {
    title: "Det här kan jag",
    what: "Är något i vägen? Skriv det bara här, en rad räcker.",
    does,
    leadDoes,
    adminDoes,
    forLeads: "För teamledare",
    forAdmins: "För administratörer",
    aboutOne: "Om en idé, med dess nummer:",
    aboutOneSay: ["jag med #42", "ta #42", "fråga #42 Sara", "inte jag #42", "test klart #42", "klar #42", "avsluta #42", "#42"],
    local: "Körs på den här datorn: nästa hoppar till nästa sak som ska hända.",
  },
  whichTeam: {
    title: "Vilket team menar du?",
    more: "För ett annat team: skriv det här i det teamets kanal.",
  },
  stopWhich: {
    title: (n) => `Menar du en paus, eller idé #${n}?`,
    what: "Inget har ändrats än.",
  },
  pause: {
    until: (when) => `Gnist är pausad. Jag frågar dig inte förrän ${when}.`,
    open: "Gnist är pausad. Jag frågar dig inte förrän du skriver fortsätt.",
    howLong: "Hur länge? Nyheter om dina idéer kommer ändå, och du kan skriva till mig när som helst.",
    stillNews: "Nyheter om dina idéer kommer ändå, och du kan skriva till mig när som helst.",
    resumed: "Kul att du är tillbaka. Nu frågar jag dig igen.",
  },
  myData: {
    soon: "Jag samlar ihop det jag har om dig. Det kommer här i chatten.",
    title: "Det här har Gnist om dig",
    what: "Det här är allt som leder till dig. Skriv radera mina data om du vill få det raderat.",
    end: "Det var allt.",
    untilResume: "du skriver fortsätt",
    facts: {
      name: "Namn",
      teamsId: "Ditt id i Teams",
      chatId: "Vår chatt i Teams",
      serviceUrl: "Teams adress till vår chatt",
      language: "Språk du valt",
      seenLanguage: "Språket i ditt Teams",
      inSeveralTeams: "I flera team med Gnist",
      pausedUntil: "Pausad till",
      unreachable: "Jag når dig inte",
      offeredLess: "Fick frågan om färre frågor, vecka",
      askedSince: "Fick första frågan, vecka",
      saidLeftAt: "Lämnade teamet, enligt Teams",
      leftAt: "Lämnade teamet",
      newsOff: "Inga nyheter om idéer",
      askDay: "Dag för din fråga",
      askTime: "Tid för din fråga",
      workingDays: "Dina arbetsdagar",
      askEvery: "Hur ofta",
    },
    groups: {
      you: "Du",
      roles: "Roller och inställningar som nämner dig",
      ideas: "Dina idéer",
      owned: "Det du har tagit dig an",
      steps: "Steg du har tagit, med skälen du skrev",
      requests: "Förfrågningar om att ta en idé, till dig eller från dig",
      questions: "Frågor och svar mellan ledare och författare",
      voices: "Dina röster",
      thanks: "Dina tack",
      answered: "Frågor du har svarat på",
      asked: "Frågor du inte har svarat på",
      changes: "Inställningar du har ändrat",
      sent: "Anteckningar om meddelanden till dig",
      posts: "Kopior av inlägg som nämner dig",
      planned: "Planerat arbete som nämner dig",
      notes: "Anteckningar så att du inte får något två gånger",
    },
  },
  deleteData: {
    title: "Ska jag radera det jag har om dig?",
    what: "Ditt namn, din chatt med mig, dina svar och dina val försvinner, liksom idéer som teamet inte har sett och skäl du har skrivit. Dina röster räknas fortfarande, utan namn. Det du har tagit dig an går tillbaka till teamet.",
    ideas: "Hur gör vi med idéer som teamet har sett?",
    forGood: "Det går inte att ångra.",
    deleting: "Jag raderar det jag har om dig",
    becomes: { deleted: "Dina idéer försvinner också.", kept: "Idéer som teamet har sett står kvar, utan ditt namn." },
    soon: "Det tar några minuter, och längre där det finns många team. Jag skickar inget mer till dig, utom ett meddelande när det är klart.",
    untold: "Det tar några minuter, och längre där det finns många team. Jag skickar inget mer till dig.",
    deleted: "Det jag hade om dig är raderat",
    became: { deleted: "Dina idéer är också borta.", kept: "Idéer som teamet hade sett står kvar, utan ditt namn." },
    left: "Den här chatten finns kvar i Teams, liksom kopior som andra har gjort. De som driver Gnist kan ha säkerhetskopior från tidigare.",
    again: "Jag sparar en kod som inte avslöjar vem du är, så att jag inte frågar dig igen. Skriv fortsätt om du vill vara med igen.",
  },
  languageSet: "Från och med nu skriver jag till dig på svenska.",
  whichLanguage:
    "Vilket språk? Skriv språk svenska, språk finlandssvenska, språk bokmål, språk nynorska, språk danska, språk finska eller språk engelska.",
};
