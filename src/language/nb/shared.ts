import type { RefusalReason } from "../../domain/message/refusal.ts";
import type { SharedWords } from "../en/shared.ts";
import { formatOf } from "../format.ts";

export const { weekday, day, time, date, nameOf, week, number, count, plural } = formatOf("nb");

const refusals: Record<RefusalReason, (about?: string) => string> = {
  "not-in-team": () => "Du er ikke med i det teamet, så dette kan jeg ikke gjøre. Spør noen i teamet.",
  "not-a-lead": () => "Dette kan bare teamledere gjøre. Spør teamlederen din, eller trykk Jeg leder teamet i velkomstinnlegget.",
  "not-an-admin": () =>
    "Bare administratorer kan se alle team. De er oppgitt der Gnist er satt opp. Skriv status for å se et team du leder.",
  "not-the-owner": () => "Du har ikke ansvaret for denne, så det kan jeg ikke gjøre for deg.",
  "request-over": () => "Ingen venter på svar om denne lenger, så du trenger ikke gjøre noe.",
  "not-your-idea": () => "Denne ideen kan du ikke endre. Du kan skrive en ny: bare skriv den her.",
  "not-asked": () => "Ingen spørsmål ventet på deg. Skriv spør meg, så får du skjemaet.",
  "answered-already": () => "Du har svart denne uka, så jeg spør deg ikke igjen.",
  "digest-sooner": () =>
    "Jeg ville komme tilbake først etter oppsummeringen, så jeg spør deg ikke igjen. Du kan fortsatt sende linjen din nå.",
  "no-team": () => "Jeg kjenner ikke teamet ditt ennå. Be noen legge til Gnist i teamet i Teams, og skriv til meg igjen.",
  "no-such-idea": (about) => `Jeg finner ikke ${about ?? "den ideen"}. Skriv mine ideer eller oppsummering, så ser du numrene.`,
  "no-such-member": (about) =>
    about
      ? `Jeg finner ingen som heter ${about} i teamet. Skriv navnet slik det står i Teams.`
      : "Den du valgte, er ikke med i teamet. Velg noen som er det.",
  "several-members": (about) => `Flere enn én passer${about ? `: ${about}` : ""}. Skriv hele navnet.`,
  "already-owned": (about) => `${about || "En kollega"} har allerede ansvaret for denne. Trykk Jeg også hvis du er enig.`,
  "already-asked": () =>
    "Noen er allerede spurt og har tre arbeidsdager på seg til å svare. Du kan ta den selv; bare en teamleder kan spørre noen andre nå.",
  "needs-owner": () => "Ingen har ansvaret for denne ennå. Ta den først, eller spør noen.",
  "idea-closed": () => "Denne er ikke åpen nå, så ingenting ble endret. Er det fortsatt i veien? Skriv det til meg som en ny idé.",
  "reason-needed": () => "Skriv noen ord om hvorfor. Trykk så på knappen igjen.",
  "title-needed": () => "Skriv en tittel først. Trykk så på knappen igjen.",
  "person-needed": () => "Velg en person også, eller la datoen stå som den var.",
  "result-needed": () => "Skriv en linje om hvordan det gikk. Trykk så Lagre igjen.",
  "bad-date": () => "Jeg kan ikke lese den datoen. Velg en dag, eller skriv den som 2026-12-24.",
  "past-date": () => "Den dagen er for tidlig. Velg en senere.",
  "far-date": () => "Den dagen er mer enn to år unna. Velg en tidligere.",
  "bad-pause": () =>
    "En pause er minst én dag og høyst to år, og jeg kunne ikke lese din: ingenting er endret. Skriv pause 2 uker, pause til fredag eller pause til 24. desember. Bare pause varer til du skriver fortsett.",
  "nothing-to-undo": () => "Det er ingenting å angre.",
  "undo-on-card": () =>
    "Ordene dine er borte fra Gnist: bare kortet der det står Trukket tilbake, har dem. Trykk Angre på det kortet. Skriv fortsett hvis du vil avslutte en pause.",
  "bad-settings": () => "Noe i innstillingene stemmer ikke. Se på dager og tider, og trykk Lagre igjen.",
  "stale-form": () => "Skjemaet er for gammelt. Skriv hjelp, så får du et nytt.",
  "foreign-card": () => "Jeg kjenner ikke kortet: det er ikke mitt. Skriv hjelp, så viser jeg hva jeg kan gjøre.",
  "too-long": (about) => `Teksten er for lang: høyst ${about ?? "færre"} tegn. Ingenting er lagret. Kort den ned, og send den på nytt.`,
  "unknown-command": () => "Det ordet forsto jeg ikke. Skriv hjelp, så ser du hva jeg kan. Er noe i veien? Skriv det med noen få ord.",
  "not-saved": () => "Kanskje ikke lagret ennå. Prøv igjen om litt.",
  "not-sent": () => "Den nye meldingen har kanskje ikke kommet. Trykk en gang til hvis du ikke ser den.",
  "not-storable": () =>
    "Jeg kan ikke lagre dette, og det hjelper ikke å prøve igjen. Skriv det på en annen måte, eller si fra til den som drifter Gnist.",
  unreadable: () => "Jeg kan ikke lese det som er lagret om dette teamet. Si fra til den som drifter Gnist.",
  "chat-only": () => "Skriv dette til meg i vår egen chat.",
  "channel-only": () => "Skriv dette i kanalen til teamet, og nevn meg.",
  "nothing-to-post": () => "Det er ikke noe nytt å publisere. Skriv spør nå, så spør jeg teamet.",
  "no-digest": () => "Det finnes ingen oppsummering ennå. Den første kommer noen dager etter det første spørsmålet.",
  "team-archived": (about) => `${about || "Teamet"} er arkivert i Teams, så jeg hviler. Jeg fortsetter av meg selv når det gjenopprettes.`,
  "team-removed": () => "Gnist er fjernet fra teamet. Legg det til igjen hvis dere vil fortsette: ingenting er tapt.",
};

const at = (ms: number, zone: string) => `${day(ms, zone)} kl. ${time(ms, zone)}`;

const voices = (n: number) => count(n, { one: "stemme", other: "stemmer" });

export const shared: SharedWords = {
  language: "nb",
  format: { weekday, day, date, nameOf, at, time, number },
  week: (round) => `uke ${week(round)}`,
  voices,
  from: (name) => `fra ${name}`,
  andMore: (n) => `og ${number(n)} til`,
  dash: "–",
  colleague: "en kollega",
  theTeam: "dette teamet",
  refusals,
  buttons: {
    addAnother: "Skriv en til",
    addDetails: "Legg til detaljer",
    allIdeas: "Alle ideer",
    allTeams: "Alle team",
    askEverybody: "Spør alle",
    ask: "Spør",
    back: "Tilbake",
    changeDate: "Endre dato",
    change: "Endre",
    changeTimes: "Endre tider",
    choose: "Velg",
    done: "Ferdig",
    edit: "Endre",
    giveBack: "Gi tilbake",
    holdBack: "La vente",
    isIdea: "Det er en idé",
    isThere: "Den er der",
    leadNo: "Nei",
    leadThis: "Jeg leder teamet",
    leadYes: "Ja, det stemmer",
    meToo: "Jeg også",
    takeVoiceBack: "Ta tilbake stemmen min",
    more: "Flere innstillinger",
    myActions: "Mine oppgaver",
    myIdeas: "Mine ideer",
    newer: "Forrige",
    newest: "Nyeste",
    noThanks: "Nei takk",
    nothing: "Ingenting denne uka",
    notMe: "Ikke jeg",
    older: "Neste",
    open: "Åpne",
    pause: "Pause",
    postIt: "Publiser den",
    postNow: "Publiser nå",
    refresh: "Oppdater",
    release: "Ta med igjen",
    resume: "Fortsett",
    save: "Lagre",
    send: "Send",
    sendTest: "Send meg en test",
    settings: "Innstillinger",
    showDraft: "Vis utkastet",
    take: "Jeg tar den",
    takeOrAsk: "Ta eller spør",
    teamList: "Listen over team",
    tomorrow: "Spør meg i morgen",
    undo: "Angre",
    weeks: (n) => count(n, { one: "uke", other: "uker" }),
    whatHappened: "Se hva som skjedde",
    withdraw: "Trekk tilbake",
    whoSees: "Hvem ser dette",
    writeIdea: "Skriv en idé",
  },
  said: {
    askingNow: (team, when, again) =>
      again
        ? `Jeg spør dem i ${team} som ikke har fått spørsmålet ennå. Oppsummeringen kommer ${when}.`
        : `Jeg spør ${team} nå. Oppsummeringen kommer ${when}.`,
    voiceAdded: (n) => `Stemmen din er telt. ${voices(n)} nå.`,
    voiceAlready: (n) => `Stemmen din er allerede telt. ${voices(n)} så langt.`,
    voiceBack: (n) => `Stemmen din er tatt tilbake. ${voices(n)} nå.`,
    languageSet: "Nå snakker jeg norsk med deg.",
    whichLanguage: "Hvilket språk? Skriv språk norsk, språk svensk eller språk engelsk.",
    clockMoved: (when, what) => `Nå er det ${when}.${what ? ` For tur: ${what}.` : " Ingenting mer står for tur."}`,
  },
};
