import type { CycleWords } from "../en/cycle.ts";
import { count, people } from "./shared.ts";

const inNews = "Kerron siitä idean takana oleville työpäivänä klo 15.00.";

export const cycle: CycleWords = {
  test: {
    start: "Aloita kokeilu",
    startWhat: "Mikä on pienin asia, jota voi kokeilla, ja milloin haluat tietää, miten kävi?",
    again: "Kokeile uudelleen",
    againWhat: "Mitä kokeilet tällä kertaa, ja milloin haluat tietää, miten kävi?",
  },
  check: {
    title: "Miten kävi?",
    what: "Tiimi voi lukea, mitä kirjoitat tähän.",
    wasNewGround: "Tämä oli aivan uutta: tulos on se, mitä opit.",
    helped: "Auttoiko se?",
    helpedHint: "Kyllä. Iltavuoro löytää avaimet heti.",
    minutes: "Minuuttia viikossa, henkilöä kohti",
    people: "Kuinka monta henkilöä",
    guess: "Säästyykö aikaa? Arvaus riittää. Jätä tyhjäksi, jos et tiedä.",
  },
  stop: {
    title: "Lopetetaanko tämä?",
    what: "Mitä opitte? Tiimi voi lukea sen. Oppi on yhtä arvokas kuin tulos.",
    lesson: "Oppi",
    lessonHint: "Tarrat irtoavat kylmähuoneessa.",
  },
  answer: {
    title: "Vastaa ideaan",
    what: "Tiimi ja idean takana olevat voivat lukea vastauksen, eikä idea ole sen jälkeen auki.",
    choice: "Vastauksesi",
    solved: "Se on ratkaistu",
    notNow: "Ei nyt",
    reasonHint: "Uusi järjestelmä tulee maaliskuussa.",
  },
  reopen: {
    title: "Avataanko uudelleen?",
    what: "Miksi? Tiimi ja idean takana olevat voivat lukea tämän.",
  },
  finish: {
    title: "Mitä siitä tuli?",
    what: "Yksi rivi riittää. Jos se ei toiminut, sekin on hyvä tietää.",
    result: "Mitä siitä tuli",
    resultHint: "Kulkukortit tulostetaan perjantaisin. Säästää puoli tuntia viikossa.",
    done: "Valmis. Hyvää työtä!",
    stopped: "Lopetettu. Kiitos, että kerroit, mitä opit.",
    answered: "Vastaus on tallessa. Kiitos.",
    doneWhat: `${inNews} Tiimi näkee sen seuraavassa koosteessa.`,
    undone: "Kumottu. Se on taas auki.",
    reopened: "Se on taas auki.",
    reopenedWhat: inNews,
    effect: (minutes, helped) => {
      if (!minutes) return helped ? `Auttaa: ${people(helped)}` : "";
      const saves = `Säästää ${count(minutes, { one: "minuutin", other: "minuuttia" })} viikossa henkilöä kohti`;
      return helped ? `${saves}, mukana ${people(helped)}` : saves;
    },
  },
  checkIn: {
    title: "Miten sujuu?",
    intro: "Olet ottanut tämän. Yksi painallus ideaa kohti riittää.",
    nudge: "En ole kuullut tästä sen jälkeen, kun kysyin. Yksi painallus riittää. Jos se ei etene, kerro sekin: siitäkin on apua.",
    again: "Tiimin vetäjä kysyy, miten tämä sujuu. Yksi painallus riittää.",
    noted: "Merkitty: hyvin sujuu.",
    numberNoted: (n) => `Merkitty: ${n}.`,
    helpNoted: "Merkitty: tarvitset apua.",
    more: (n) => `Ja ${count(n, { one: "muu", other: "muuta" })}. Paina Omat tehtävät, niin näet kaikki.`,
  },
  callForHelp: {
    title: "Tarvitsetko apua?",
    what: "Vetäjät saavat rivisi. He voivat auttaa, etsiä uuden vastuuhenkilön tai siirtää idean eteenpäin.",
    line: "Mikä auttaisi?",
    lineHint: "Joku, joka osaa käyttää tarratulostinta",
    willTell: (day) => `Kerron vetäjille ${day}, että tarvitset apua.`,
    asked: "Olen kertonut vetäjille, että tarvitset apua.",
    alone:
      "Olet ainoa vetäjä, joten ei ole ketään muuta, jolle kertoa. Painamalla Kysy toiselta voit kysyä kollegalta. Idea on sinulla, kunnes hän suostuu.",
    noLead: "Kukaan ei vedä tätä tiimiä, joten ei ole ketään, jolle kertoa. Joku tiimistä voi painaa tervetuloviestissä Vedän tätä tiimiä.",
    summary: "Vastuuhenkilö tarvitsee apua",
    needs: (name) => `${name} tarvitsee apua`,
    whatLeads: "Jutelkaa, kysy joltakulta muulta tai siirrä idea eteenpäin.",
  },
  whys: {
    title: "Miksi näin käy?",
    because: "Koska:",
    first: "Mikä on syy?",
    next: "Ja miksi niin on?",
    hint: "Kaikki tulostavat maanantaiaamuna",
    stop: "Voit lopettaa, kun syy on jotain, mille voit tehdä jotakin. Enintään viisi syytä.",
    full: "Viisi syytä riittää. Aloita viimeisestä tai siitä, mille voit tehdä jotakin.",
    seen: "Vain sinä ja vetäjät näette tämän. Se kulkee idean mukana, joten uusi vastuuhenkilökin näkee sen.",
  },
  count: {
    title: "Laske jotakin",
    what: "Mitä lasket?",
    hint: "Montako kertaa tulostin jumittui tällä viikolla",
    now: "Luku nyt",
    when: "Kysyn lukua aina, kun kysyn, miten sujuu. Yksi tai kaksi lukua ennen kokeilua näyttää, mitä kokeilu muuttaa.",
    other: "Jos haluat laskea jotain muuta, paina ensin Älä laske: silloin luvut alkavat alusta.",
    seen: "Vain sinä ja vetäjät näette tämän. Se kulkee idean mukana, joten uusi vastuuhenkilökin näkee sen ja voi muuttaa sitä.",
    did: { saved: "Tallennettu.", ended: "En kysy enää lukua." },
    none: "Ei vielä lukuja.",
    before: "Ennen kokeilua",
    since: "Sen jälkeen",
    medians: (before, since) => {
      if (before === undefined) return `Kokeilun alettua: ${since}.`;
      return `Ennen kokeilua: ${before}.${since === undefined ? "" : ` Sen jälkeen: ${since}.`}`;
    },
  },
  quiet: {
    summary: "Idea ei etene",
    title: (name) => `Ei vastausta: ${name}`,
    what: "En ole kuullut tästä sen jälkeen, kun kysyin, miten sujuu. Siihen voi olla hyviä syitä: jutelkaa tai valitse alta.",
    askedAgain: (name) => `Kysyin uudelleen: ${name}. Jos vastausta ei tule kahdessa työpäivässä, kerron sinulle.`,
    willAsk: (name, day) => `Kysyn uudelleen ${day}: ${name}. Jos vastausta ei tule kahdessa työpäivässä sen jälkeen, kerron sinulle.`,
    notReached: (name) => `${name} ei saa nyt viestejäni. Jutelkaa tai valitse alta.`,
    answered: (name) => `${name} on vastannut`,
    otherOwner: (name) => `${name} on nyt vastuuhenkilö`,
  },
  newOwner: {
    title: "Kysy toiselta",
    what: "Kysyn häneltä kahden kesken, ja hän saa sanoa ei. Kunnes hän suostuu, vastuuhenkilö ei vaihdu.",
  },
};
