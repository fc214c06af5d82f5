import type { DigestWords } from "../en/digest.ts";
import { count, number, onChannel, outOfTeam, plural, teamsOwn, toChannel } from "./shared.ts";

/** "viikon 48", from "viikko 48". */
const ofWeek = (week: string) => week.replace(/^viikko\b/, "viikon");

export const digest: DigestWords = {
  digest: {
    title: "Mikä hiersi, ja mitä teemme sille",
    titleWorth: "Mikä toimii, ja mikä on työn alla",
    answered: "vastasi",
    newIdeas: (n) => plural(n, { one: "uusi idea", other: "uutta ideaa" }),
    finishedCount: "valmiina",
    quick: "Nopeat parannukset",
    top: "Uutta tällä viikolla",
    alsoNew: "Myös uutta",
    worth: "Tätä lisää",
    open: "Työn alla",
    finished: "Valmiit",
    stopped: "Lopetetut, ja mitä opimme",
    passed: "Siirretty eteenpäin",
    withdrawn: (when) => `kirjoittaja veti tämän takaisin${when === undefined ? "" : ` ${when}`}`,
    of: (shown, all) => `${number(shown)}/${number(all)}`,
    noAnswerDate: "Vastauksella ei ole vielä päivää",
    answerBy: (date, contact) => (contact ? `${contact} vastaa viimeistään ${date}` : `Vastaus viimeistään ${date}`),
    answerLate: (date, contact) => `Vastaus on myöhässä: sen piti tulla ${date}${contact ? `, vastaajana ${contact}` : ""}`,
    next: (when) => `Seuraava kysymys tulee ${when}. Voit kirjoittaa minulle milloin vain.`,
    anyTime: "Voit kirjoittaa minulle milloin vain.",
    summary: (team, week) => `${team}: ${ofWeek(week)} kooste`,
    all: "Kaikki ideat",
    page: (page, pages) => `Sivu ${number(page)}/${number(pages)}`,
    none: "Avoimia ideoita ei ole juuri nyt.",
    sayIt: "Voit myös kirjoittaa esimerkiksi minäkin #42 tai ota #42.",
    here: (team) => `Tästä lähtien julkaisen ${teamsOwn(team)} koosteen täällä.`,
    hereIsPrivate: "Täällä sen näkevät vain kanavan jäsenet. Muut tiimissä lukevat sen kirjoittamalla minulle kooste.",
    nextDigest: (when) => `Seuraava tulee ${when}.`,
    textsWait: "Jotkin jälkiä jättämättä kirjoitetut tekstit odottavat, kunnes tarpeeksi moni on kirjoittanut.",
    nothing: (team) => `Tällä kertaa ${outOfTeam(team)} ei ole uutta, joten koostetta ei tule.`,
    doubtfulTitle: "Tuliko kooste perille?",
    doubtful: (week, channel) => `En tiedä, tuliko ${ofWeek(week)} kooste perille ${toChannel(channel)}. Katsoisitko sieltä?`,
    settled: {
      there: (already) =>
        already ? "Joku on jo sanonut, että kooste on siellä. En tee mitään." : "Hyvä, kooste on siellä. En tee mitään.",
      posting: "Kooste on jo tulossa uudelleen. Se tulee vain kerran.",
      posted: (channel) => `Kooste on jo ${onChannel(channel)}. Mitään ei julkaistu kahdesti.`,
    },
    staysTitle: "Poistaisitko julkaisun?",
    stays: (number, week, channel) =>
      `${number === undefined ? "Idea" : `#${number}`} on vedetty takaisin. En voi muuttaa julkaisua, jossa se näkyy: ${ofWeek(week)} koostetta. Poista se julkaisu ${onChannel(channel)}: siihen asti teksti näkyy siellä.`,
    troubleTitle: "Koostetta ei julkaistu",
    trouble: (week, channel) =>
      `En voinut julkaista ${ofWeek(week)} koostetta. Tarkista, että olen yhä mukana ${onChannel(channel)} tai kirjoita kooste tänne toisella kanavalla. Paina sitten Julkaise.`,
  },
  draft: {
    title: "Koosteen luonnos",
    posts: (when) => `Julkaistaan automaattisesti ${when}.`,
    waits: "Se odottaa sinua: paina Julkaise nyt, kun olet valmis.",
    only: "Vain vetäjät näkevät luonnoksen.",
    quick: (n) => `Nopeat parannukset: ${number(n)}`,
    smallEffort: "Pieni vaiva",
    howMuch: "Pieni vaiva. Miten suuri hyöty?",
    held: "Odottaa",
    alike: "Nämä muistuttavat toisiaan. Yhdistetäänkö?",
    notAlike: "Eri asia",
    coach: {
      "first-answer": (n, weeks) =>
        `${count(n, { one: "idea on", other: "ideaa on" })} odottanut ensimmäistä vastaustasi ${count(weeks, { one: "viikon", other: "viikkoa" })}.`,
      quiet: (n, weeks) =>
        `${count(n, { one: "vastuuhenkilö ei ole", other: "vastuuhenkilöä ei ole" })} vastannut ${count(weeks, { one: "viikkoon", other: "viikkoon" })}.`,
      help: (n) =>
        plural(n, { one: "Vastuuhenkilö on pyytänyt sinulta apua.", other: `${number(n)} vastuuhenkilöä on pyytänyt sinulta apua.` }),
      late: (n) =>
        plural(n, {
          one: "Vastaus eteenpäin siirrettyyn ideaan on myöhässä.",
          other: `Vastaukset ${number(n)} eteenpäin siirrettyyn ideaan ovat myöhässä.`,
        }),
    },
    posted: (when) => `Julkaistu ${when}.`,
    already: (when) => `Julkaistu jo ${when}. Nyt mitään ei julkaistu eikä muutettu.`,
    over: "Tämä on vanha luonnos. Nyt mitään ei julkaistu eikä muutettu.",
    nothing: "Tällä kertaa ei julkaistu mitään: uutta ei ollut.",
    others: "Muuta mitä tahansa ideaa",
    early: {
      title: "Julkaistaanko kooste nyt?",
      half: "Alle puolet niistä, joilta kysyttiin, on vastannut.",
      fewer: (few, asked) => `Kysymys meni ${number(asked)} henkilölle, ja alle ${number(few)} on vastannut.`,
      count: (answered, asked) => `Kysymys meni ${number(asked)} henkilölle, ja ${number(answered)} on vastannut.`,
      later: "Myöhemmin tulevat ideat menevät seuraavaan koosteeseen.",
    },
    change: {
      title: "Muuta ideaa",
      newTitle: "Otsikko",
      titleWhat: "Lyhyempi tai selkeämpi. Kirjoittajan omat sanat säilyvät.",
      owner: "Ehdota vastuuhenkilöä",
      person: "Henkilö",
      date: "Päivä",
      ownerWhat: "Kysyn häneltä kahden kesken. Nimeä ei näytetä, ennen kuin hän suostuu.",
      reason: "Syy",
      holdWhat: "Se jää pois koosteesta. Kirjoittaja näkee syyn koosteen jälkeen, jos tavoitan hänet.",
      isHeld: "Se odottaa, eikä ole mukana missään koosteessa, ennen kuin otat sen taas mukaan.",
      unsaved: "Joku on jättänyt tämän idean odottamaan, joten mitään ei tallennettu.",
    },
    idea: "Mikä idea?",
    chooseIdea: "Valitse idea",
    posting: (channel) => `Kooste on tulossa ${toChannel(channel)}.`,
  },
};
