import type { RefusalReason } from "../../domain/message/refusal.ts";
import type { SharedWords } from "../en/shared.ts";
import { formatOf } from "../format.ts";

export const { weekday, day, time, date, nameOf, week, number, count, plural } = formatOf("sv");

const refusals: Record<RefusalReason, (about?: string) => string> = {
  "not-in-team": () => "Du är inte med i det teamet, så jag kan inte göra det här. Be någon i teamet.",
  "not-a-lead": () => "Det här kan bara teamledare göra. Be din teamledare, eller tryck på Jag leder teamet i välkomstinlägget.",
  "not-an-admin": () =>
    "Bara administratörer kan se alla team. De anges där Gnist ställs in. Skriv status om du vill se ett team som du leder.",
  "not-the-owner": () => "Du ansvarar inte för den här, så det kan jag inte göra åt dig.",
  "request-over": () => "Ingen väntar på svar om den här längre, så du behöver inte göra något.",
  "not-your-idea": () => "Den här idén kan du inte ändra. Du kan skriva en ny: skriv den bara här.",
  "not-asked": () => "Ingen fråga väntade på dig. Skriv fråga mig så får du formuläret.",
  "answered-already": () => "Du har svarat den här veckan, så jag frågar dig inte igen.",
  "digest-sooner": () =>
    "Jag skulle komma tillbaka först efter sammanfattningen, så jag frågar dig inte igen. Du kan fortfarande skicka din rad nu.",
  "no-team": () => "Jag känner inte ditt team än. Be någon lägga till Gnist i teamet i Teams och skriv sedan till mig igen.",
  "no-such-idea": (about) => `Jag hittar inte ${about ?? "den idén"}. Skriv mina idéer eller sammanfattning så ser du numren.`,
  "no-such-member": (about) =>
    about
      ? `Jag hittar ingen som heter ${about} i teamet. Skriv namnet så som det står i Teams.`
      : "Den du valde är inte med i teamet. Välj någon som är det.",
  "several-members": (about) => `Fler än en passar${about ? `: ${about}` : ""}. Skriv hela namnet.`,
  "already-owned": (about) => `${about || "En kollega"} ansvarar redan för den här. Tryck på Jag med om du håller med.`,
  "already-asked": () =>
    "Någon har redan fått frågan och har tre arbetsdagar på sig att svara. Du kan ta den själv; bara en teamledare kan fråga någon annan nu.",
  "needs-owner": () => "Ingen ansvarar för den här än. Ta den först, eller fråga någon.",
  "idea-closed": () => "Den här är inte öppen nu, så inget ändrades. Är det fortfarande i vägen? Skriv det till mig som en ny idé.",
  "reason-needed": () => "Skriv några ord om varför. Tryck sedan på knappen igen.",
  "title-needed": () => "Skriv en rubrik först. Tryck sedan på knappen igen.",
  "person-needed": () => "Välj en person också, eller låt datumet stå som det var.",
  "result-needed": () => "Skriv en rad om hur det gick. Tryck sedan på Spara igen.",
  "bad-date": () => "Jag kan inte läsa det datumet. Välj en dag, eller skriv den som 2026-12-24.",
  "past-date": () => "Den dagen är för tidig. Välj en senare.",
  "far-date": () => "Den dagen ligger mer än två år bort. Välj en tidigare.",
  "bad-pause": () =>
    "En paus är minst en dag och högst två år, och jag kunde inte läsa din: inget har ändrats. Skriv pausa 2 veckor, pausa till fredag eller pausa till 24 december. Bara pausa gäller tills du skriver fortsätt.",
  "nothing-to-undo": () => "Det finns inget att ångra.",
  "undo-on-card": () =>
    "Dina ord är borta från Gnist: bara kortet där det står Tillbakatagen har dem. Tryck på Ångra på det kortet. Skriv fortsätt om du vill avsluta en paus.",
  "bad-settings": () => "Något i inställningarna stämmer inte. Titta på dagar och tider och tryck på Spara igen.",
  "stale-form": () => "Formuläret är för gammalt. Skriv hjälp så får du ett nytt.",
  "foreign-card": () => "Jag känner inte igen kortet: det är inte mitt. Skriv hjälp så visar jag vad jag kan göra.",
  "too-long": (about) => `Texten är för lång: högst ${about ?? "färre"} tecken. Ingenting är sparat. Korta den och skicka igen.`,
  "unknown-command": () => "Det ordet förstod jag inte. Skriv hjälp så ser du vad jag kan. Är något i vägen? Skriv det med några ord.",
  "not-saved": () => "Kanske inte sparat än. Försök igen om en stund.",
  "not-sent": () => "Det nya meddelandet kanske inte har kommit. Tryck igen om du inte ser det.",
  "not-storable": () =>
    "Jag kan inte spara det här, och det hjälper inte att försöka igen. Skriv på ett annat sätt, eller säg till den som driver Gnist.",
  unreadable: () => "Jag kan inte läsa det som finns sparat om det här teamet. Säg till den som driver Gnist.",
  "chat-only": () => "Skriv det till mig i vår egen chatt.",
  "channel-only": () => "Skriv det i teamets kanal och nämn mig.",
  "nothing-to-post": () => "Det finns inget nytt att publicera. Skriv fråga nu så frågar jag teamet.",
  "no-digest": () => "Det finns ingen sammanfattning än. Den första kommer några dagar efter den första frågan.",
  "team-archived": (about) => `${about || "Teamet"} är arkiverat i Teams, så jag vilar. Jag fortsätter av mig själv när det återställs.`,
  "team-removed": () => "Gnist är borttaget från teamet. Lägg till det igen om ni vill fortsätta: inget har gått förlorat.",
};

const at = (ms: number, zone: string) => `${day(ms, zone)} kl. ${time(ms, zone)}`;

const voices = (n: number) => count(n, { one: "röst", other: "röster" });

export const shared: SharedWords = {
  language: "sv",
  format: { weekday, day, date, nameOf, at, time, number },
  week: (round) => `vecka ${week(round)}`,
  voices,
  from: (name) => `från ${name}`,
  andMore: (n) => `och ${number(n)} till`,
  dash: "–",
  colleague: "en kollega",
  theTeam: "det här teamet",
  refusals,
  buttons: {
    addAnother: "Skriv en till",
    addDetails: "Lägg till detaljer",
    allIdeas: "Alla idéer",
    allTeams: "Alla team",
    askEverybody: "Fråga alla",
    ask: "Fråga",
    back: "Tillbaka",
    changeDate: "Ändra datum",
    change: "Ändra",
    changeTimes: "Ändra tider",
    choose: "Välj",
    done: "Klart",
    edit: "Ändra",
    giveBack: "Lämna tillbaka",
    holdBack: "Låt vänta",
    isIdea: "Det är en idé",
    isThere: "Den finns där",
    leadNo: "Nej",
    leadThis: "Jag leder teamet",
    leadYes: "Ja, det stämmer",
    meToo: "Jag med",
    takeVoiceBack: "Ta tillbaka min röst",
    more: "Fler inställningar",
    myActions: "Mina uppgifter",
    myIdeas: "Mina idéer",
    newer: "Föregående",
    newest: "Nyaste",
    noThanks: "Nej, tack",
    nothing: "Inget denna vecka",
    notMe: "Inte jag",
    older: "Nästa",
    open: "Öppna",
    pause: "Pausa",
    postIt: "Publicera den",
    postNow: "Publicera nu",
    refresh: "Uppdatera",
    release: "Ta med igen",
    resume: "Fortsätt",
    save: "Spara",
    send: "Skicka",
    sendTest: "Skicka ett test till mig",
    settings: "Inställningar",
    showDraft: "Visa utkastet",
    take: "Jag tar den",
    takeOrAsk: "Ta eller fråga",
    teamList: "Listan med team",
    tomorrow: "Fråga mig i morgon",
    undo: "Ångra",
    weeks: (n) => count(n, { one: "vecka", other: "veckor" }),
    whatHappened: "Se vad som hände",
    withdraw: "Ta tillbaka",
    whoSees: "Vem ser det här",
    writeIdea: "Skriv en idé",
  },
  said: {
    askingNow: (team, when, again) =>
      again
        ? `Jag frågar dem i ${team} som inte har fått frågan än. Sammanfattningen kommer ${when}.`
        : `Jag frågar ${team} nu. Sammanfattningen kommer ${when}.`,
    voiceAdded: (n) => `Din röst är räknad. ${voices(n)} nu.`,
    voiceAlready: (n) => `Din röst är redan räknad. ${voices(n)} hittills.`,
    voiceBack: (n) => `Din röst är tillbakatagen. ${voices(n)} nu.`,
    languageSet: "Nu talar jag svenska med dig.",
    whichLanguage: "Vilket språk? Skriv språk svenska, språk norska eller språk engelska.",
    clockMoved: (when, what) => `Nu är det ${when}.${what ? ` På tur: ${what}.` : " Inget mer är på tur."}`,
  },
};
