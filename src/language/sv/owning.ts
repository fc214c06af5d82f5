import type { OwningWords } from "../en/owning.ts";
import { date } from "./shared.ts";

export const owning: OwningWords = {
  by: (due, otherYear) => `klart senast ${date(due, otherYear)}`,
  was: (due, otherYear) => `datumet var ${date(due, otherYear)}`,
  firstTest: (test) => `första test: ${test}`,
  needsOwner: "Behöver en ansvarig",
  somebodyAsked: "Någon är tillfrågad",
  own: {
    takeOrAskTitle: "Ta den, eller fråga någon",
    takeWhat: "Då är den din. Du kan lämna tillbaka den, de första tio minuterna utan att säga varför.",
    askTitle: "Fråga en kollega",
    askWhat:
      "Jag frågar i personens egen chatt. Det går bra att säga nej, och inget namn visas förrän svaret är ja. Datumet är när det kan vara klart; den som tar den får välja ett annat.",
    who: "Person",
    chooseWho: "Välj en kollega",
    searchWho: "Alla får inte plats i listan. Skriv ett namn i den så hittar du de andra.",
    due: "Datum",
    badDate: "Välj en dag",
    test: "Minsta test",
    testHint: "Prova i ett rum i en vecka",
    willAsk: (name, day) => `Jag frågar ${name} på ${day}. Blir svaret ja syns det i sammanfattningen.`,
    asked: (name) => `Jag har frågat ${name}. Blir svaret ja syns det i sammanfattningen.`,
    notReached: (name) =>
      `Jag når inte ${name} i chatten. Säg till personligen: när idén finns i teamets inlägg går det att trycka på Ta eller fråga där.`,
    request: "Vill du ta den här?",
    askedBy: (name) => `${name} tänkte på dig.`,
    free: "Det går bra att säga nej.",
    why: "Skäl",
    whyNot: "Varför inte? Bara teamledare ser det här.",
    whyHint: "Hinner inte före semestern",
    plan: "Den här är din",
    planWhat: "När vill du vara klar, och vad är det minsta att prova först?",
    owned: "Bra. Den här är din.",
    did: {
      moved: "Datumet är ändrat.",
      started: "Bra. Testet har börjat.",
      adjusted: "Bra. Du testar den igen.",
    },
    dateTitle: "Ändra datum",
    ownedWhat: (stage) => {
      if (stage === "testing") return "Tryck på Testet är klart när du vet hur det gick.";
      return stage === "checking"
        ? "Tryck på Hur gick det? och berätta vad det blev av det."
        : "Små steg räknas. Tryck på Har börjat när du börjar testa.";
    },
    declined: "Tack för att du svarade. Bara teamledare ser ditt svar.",
    giveBackTitle: "Lämna tillbaka den?",
    giveBackWhy: "Varför? Bara teamledare ser det här.",
    gaveBack: "Du har lämnat tillbaka den. Den behöver en ansvarig igen.",
    gaveBackWhy: "Bara teamledare ser varför.",
    left: "Ingen ansvarar för den här längre",
    leftWhat: "Den som ansvarade är inte med i teamet nu. Du kan ta den, eller fråga någon.",
    refused: (name) => `${name} kan inte ta den här`,
    gaveItBack: (name) => `${name} har lämnat tillbaka den här`,
    refusedWhat: "Bara teamledare ser det här. Du kan ta den, eller fråga någon annan.",
    ownerStays: "Bara teamledare ser det här. Ansvaret ligger kvar där det är; du kan fråga någon annan.",
    reason: (reason) => `Skäl: ${reason}`,
  },
  actions: {
    title: "Mina åtaganden",
    none: "Du har inte tagit dig an något. Tryck på Ta eller fråga i sammanfattningen när något lockar.",
  },
  passing: {
    here: (team) => `Den här kanalen är nu för samordnarna: idéer som andra team skickar vidare till ${team} kommer hit.`,
    hereWhat: (team) =>
      `Teamledare i andra team kan välja ${team} under Samordnare i sina inställningar. Alla i det här teamet är samordnare.`,
    notWeekly: "Jag frågar inte längre teamet varje vecka: en teamledare kan slå på Fråga teamet varje vecka igen i Inställningar.",
    move: "Vill du byta kanal, skriv samordnare här i den nya. Vill du inte ta emot fler idéer, tryck på Ångra.",
    weekly: "Jag frågar teamet varje vecka igen.",
    ended: (team) => `${team} tar inte emot fler idéer från andra team. Det som redan har skickats vidare kan ni fortfarande svara på.`,
    passOnTitle: "Skicka den vidare?",
    passOnWhat: (to) =>
      `Jag publicerar den i samordnarnas kanal i ${to}. De ser inte vem som har skrivit den. Båda teamen kan läsa ditt skäl.`,
    reason: "Skäl",
    passOnHint: "Vi kan inte ändra det här avtalet själva",
    passedOn: (to) => `Skickad vidare till ${to}. Samordnarna där hittar den i sin kanal.`,
    nobodyTitle: "Ingen att skicka den vidare till",
    nobody:
      "Teamet har inga samordnare att skicka idéer vidare till, så inget har ändrats. Välj dem i Inställningar, under Fler inställningar.",
    post: (team) => `${team} skickar det här vidare till er`,
    why: (team) => `Varför ${team} skickar den vidare`,
    waits: "Ingen har tagit den än.",
    takeTitle: "Vi tar den",
    takeWhat: (team) => `${team} ser kontaktpersonen och datumet tills ni svarar.`,
    contact: "Kontaktperson",
    answerBy: "Svar senast",
    answer: "Svar",
    weDo: "Vi gör det",
    weDoNot: "Vi gör det inte",
    answerHint: "Det nya avtalet börjar i maj",
    answerWhat: (team) => `${team} och de som står bakom idén kan läsa ert svar och skälet.`,
    sendBackTitle: "Skicka tillbaka den?",
    sendBackWhat: (team) => `${team} får tillbaka den, och alla där kan läsa ditt skäl.`,
    sendBackHint: "Det här får ni bestämma själva",
    back: (what, team) => `${what} gick tillbaka till ${team}.`,
    withdrawn: (what, team) => `${what} från ${team} har tagits tillbaka.`,
    anIdea: "En idé",
    troubleTitle: "Samordnarna har inte fått den",
    trouble: (to) =>
      `Jag kunde inte publicera den här hos samordnarna i ${to}. Be dem kontrollera att jag finns kvar i deras kanal, eller skriva samordnare här i en annan. Tryck sedan på Publicera den.`,
    goneTitle: "Samordnarna tar inte emot fler idéer",
    gone: (to) =>
      `${to} tar inte längre emot idéer från andra team, så den här kan bli utan svar. Tryck på Skicka tillbaka så har teamet den igen.`,
    doubtfulTitle: "Kom den fram till samordnarna?",
    doubtful: (to) => `Jag vet inte om den här kom fram till samordnarna i ${to}. Fråga dem. Om de inte ser den, tryck på Publicera den.`,
  },
};
