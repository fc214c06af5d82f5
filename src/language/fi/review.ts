import type { ReviewWords } from "../en/review.ts";
import { count, number, onChannel, toChannel } from "./shared.ts";

const board: ReviewWords["board"] = {
  title: "Taulu",
  minutesTitle: "Taulun muistio",
  summary: (team, day) => `${team}: taulu ${day}`,
  minutesSummary: (team, day) => `${team}: muistio ${day}`,
  rule: "Sulje tekee tästä julkaisusta muistion, ja niin tekee myös seuraava kooste. Muistiossa mainitaan vastuuhenkilöt, jotka sanovat kyllä, ja vetäjä, joka sulkee taulun; muut painallukset vain lasketaan. Julkaisuja voidaan pyytää nähtäväksi julkisina asiakirjoina.",
  parts: {
    check: "Tänään käytävä läpi",
    waiting: "Odottanut kauimmin",
    choose: "Kolme, joista valita",
    done: "Valmista viime kerran jälkeen",
  },
  onTrack: "Hyvin sujuu",
  empty: "Mikään ei juuri nyt odota tiimiä.",
  opening: (channel) => `Taulu on tulossa ${toChannel(channel)}.`,
  openTitle: "Taulu on auki",
  isOpen: (channel, when) => `Se on ollut auki ${onChannel(channel)}. Avattu: ${when}.`,
  show: "Näytä se tässä",
  troubleTitle: "Taulua ei julkaistu",
  trouble: (channel) =>
    `En voinut julkaista taulua ${onChannel(channel)}. Tarkista, että olen yhä siellä, tai kirjoita kooste tänne toisella kanavalla. Kirjoita sitten taulu uudelleen.`,
  doubtfulTitle: "Tuliko taulu perille?",
  doubtful: (channel) =>
    `En tiedä, tuliko taulu perille ${toChannel(channel)}. Katsoisitko sieltä? Jos se puuttuu, kirjoita taulu uudelleen.`,
  stays: (number, day, channel) =>
    `${number === undefined ? "Idea" : `#${number}`} on vedetty takaisin. En voi muuttaa taulua, jossa se näkyy (${day}). Poista se julkaisu ${onChannel(channel)}: siihen asti teksti näkyy siellä.`,
  wasOpen: (from, to) => `Avattu ${from}, suljettu ${to}.`,
  closed: {
    lead: (name) => (name ? `Sulkija: ${name}.` : "Sulkija: tiimin vetäjä."),
    digest: () => "Se sulkeutui itsestään, kun kooste tuli.",
    board: () => "Se sulkeutui itsestään, kun seuraava taulu avattiin.",
  },
  decisions: "Päätökset",
  noDecisions: "Päätöksiä ei tehty taulun ollessa auki.",
  decided: {
    taken: (who, by) => `${who} ottaa sen${by ? `, ${by}` : ""}`,
    started: "kokeilu alkoi",
    tested: "kokeiltu",
    again: "muutettu, kokeillaan uudelleen",
    adopted: "otettu käyttöön",
    stopped: "lopetettu",
    passed: "siirretty eteenpäin",
    open: "kaipaa taas vastuuhenkilöä",
    reopened: "taas auki",
  },
  others: (numbers) => `Taululla olivat myös: ${numbers}`,
  voices: (n) => count(n, { one: "ääni lisää", other: "ääntä lisää" }),
  tracked: (n) => `${number(n)} sujuu hyvin`,
  thanks: (n) => (n === 1 ? "1 kiitos" : `${number(n)} kiitosta`),
};

/** "marraskuun 2026", from "marraskuu 2026". */
const ofMonth = (month: string) => month.replace(/kuu(?= |$)/, "kuun");

export const review: ReviewWords = {
  board,
  review: {
    heading: (month) => `Katsaus: ${month}`,
    summary: (team, month) => `${team}: ${ofMonth(month)} katsaus`,
    only: "Tämän näkevät vain tiimin vetäjät, kunnes joku teistä julkaisee sen.",
    soFar: "Kuukausi on vielä kesken. Katsauksen voi julkaista seuraavan kuun alusta.",
    worked: "Mikä toimi: tehdään sitä lisää",
    improve: "Mitä haluamme parantaa",
    problems: "Mitä ongelmia meillä oli",
    actions: "Toimenpiteet",
    learned: "Mitä opimme",
    why: {
      stopped: "Lopetettu",
      late: (date) => `Vielä kesken: päivä oli ${date}`,
      "answer-late": (date) => `Siirretty eteenpäin: vastauksen piti tulla ${date}`,
      waits: (days) => `Ei vielä vastuuhenkilöä, kulunut ${count(days, { one: "päivä", other: "päivää" })}`,
    },
    columns: { what: "Mitä", who: "Kuka", when: "Viimeistään" },
    noDate: "ei päivää",
    answered: (turnout) => `${turnout} vastasi`,
    rounds: (counts) => `Kuukauden aikana päättyneet kierrokset: ${counts}`,
    channel: "Julkaise kanavalla",
    words: "Omat sanamme alkuun (vapaaehtoinen)",
    posting: {
      posting: (channel) => `Katsausta julkaistaan ${onChannel(channel)}.`,
      posted: (channel, when) => `Katsaus on ${onChannel(channel)}${when ? `. Se julkaistiin ${when}` : ""}.`,
      refused: (channel) =>
        `En voinut julkaista katsausta ${onChannel(channel)}. Tarkista, että olen siellä yhä, tai valitse toinen kanava.`,
      doubtful: (channel) =>
        `En tiedä, tuliko katsaus perille ${toChannel(channel)}. Katsoisitko sieltä? Julkaise se uudelleen vain, jos sitä ei ole.`,
    },
    stays: (number, month, channel) =>
      `${number === undefined ? "Idea" : `#${number}`} on vedetty takaisin. En voi muuttaa julkaisua, jossa se näkyy: ${ofMonth(month)} katsausta. Poista se julkaisu ${onChannel(channel)}: siihen asti teksti näkyy siellä.`,
    buttons: { agenda: "Asialista", word: "Word", minutes: (n) => `${number(n)} minuuttia` },
  },
  agenda: {
    heading: (month) => `Asialista: ${month}`,
    minutes: (n) => `${number(n)} min`,
    leads: (name) => `Tällä kertaa kokousta vetää ${name}. Vuoro kiertää tiimissä, ja sen voi vaihtaa.`,
    rule: "Vaikein kohta tulee ensin: se, jonka äänten määrä kertaa viikot, jotka se on ollut tiedossa, on suurin.",
    points: {
      "check-in": "Aloituskierros",
      served: "Niiden ääni, joita palvelemme",
      hard: "Vaikein ensin",
      actions: "Toimenpiteet",
      worked: "Mikä toimii: tehdään sitä lisää",
      example: "Esimerkki kokeiltavaksi",
      "check-out": "Lopetuskierros",
    },
    servedAsk: "Mitä ne, joita palvelemme, ovat kertoneet meille viime kerran jälkeen?",
    hardAsk: "Mikä on pienin asia, jota voimme kokeilla, kuka sen ottaa ja mihin mennessä?",
    actionsAsk: (n) => `Katsauksessa on ${count(n, { one: "toimenpide", other: "toimenpidettä" })}. Mikä on valmista, ja mikä on jumissa?`,
    workedAsk: "Miten teemme tätä lisää?",
    other: "Toisesta tiimistä",
    own: "Omasta tiimistämme",
    checkIn: [
      "Mikä sai sinut hymyilemään töissä tässä kuussa?",
      "Yhdellä sanalla: millä mielellä tulet tähän kokoukseen?",
      "Kuka on auttanut sinua viime aikoina, ja missä?",
      "Mikä meni paremmin kuin luulit?",
      "Mitä haluat lisää työhösi?",
      "Mitä odotat innolla?",
    ],
    checkOut: [
      "Mitä otat mukaasi tästä päivästä?",
      "Yhdellä sanalla: millä mielellä lähdet tästä kokouksesta?",
      "Mitä teet huomenna toisin?",
      "Mikä oli hyödyllisintä, mitä sanoimme?",
      "Ketä haluat kiittää?",
      "Mitä teemme ensi kerralla paremmin?",
    ],
  },
};
