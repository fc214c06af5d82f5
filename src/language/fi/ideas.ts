import type { RoundQuestion } from "../../domain/asking/question.ts";
import type { Cost, KnownKind, Stage } from "../../domain/idea/idea.ts";
import type { NewsReader } from "../../domain/message/ideas.ts";
import type { IdeasWords } from "../en/ideas.ts";
import { count, date, ended, intoTeam, number, voices } from "./shared.ts";

const kinds: Record<KnownKind, string> = {
  tools: "Välineet ja IT",
  routines: "Rutiinit ja paperityö",
  information: "Tiedonkulku",
  together: "Yhteistyö",
  rules: "Säännöt ja hankinnat",
  premises: "Tilat ja tarvikkeet",
  served: "Ne, joita palvelemme",
  other: "Muu",
};

const questions: Record<RoundQuestion, { round: string; anyTime: string; another: string; placeholder: string }> = {
  friction: {
    round: "Mikä hiersi arjessa tällä viikolla?",
    anyTime: "Mikä hiertää arjessa?",
    another: "Mikä muu hiertää?",
    placeholder: "Kirjoitan saman numeron kolmeen paikkaan …",
  },
  success: {
    round: "Mikä toimi niin hyvin, että sitä pitäisi tehdä enemmän?",
    anyTime: "Mikä toimii niin hyvin, että sitä pitäisi tehdä enemmän?",
    another: "Mitä muuta pitäisi tehdä enemmän?",
    placeholder: "Lyhyt palaveri, kun vuoro alkaa …",
  },
  users: {
    round: "Mikä oli hankalaa niille, joita palvelemme?",
    anyTime: "Mikä on hankalaa niille, joita palvelemme?",
    another: "Mikä muu on hankalaa niille, joita palvelemme?",
    placeholder: "He eivät löydä oikeaa ovea …",
  },
  paperwork: {
    round: "Mitä teit kahteen kertaan tai turhaan?",
    anyTime: "Mitä teet kahteen kertaan tai turhaan?",
    another: "Mitä muuta teet kahteen kertaan tai turhaan?",
    placeholder: "Raportti, jota kukaan ei lue …",
  },
};

const costs: Record<Cost, string> = {
  5: "Muutaman minuutin viikossa",
  30: "Noin puoli tuntia viikossa",
  120: "Pari tuntia viikossa",
  240: "Puoli päivää viikossa",
  480: "Päivän viikossa tai enemmän",
};

const stages: Record<Stage, string> = {
  new: "Uusi",
  planned: "Suunniteltu",
  testing: "Kokeilussa",
  checking: "Arvioidaan",
  adopted: "Valmis",
  stopped: "Lopetettu",
  merged: "Yhdistetty toiseen",
  held: "Odottaa",
  "passed-on": "Siirretty eteenpäin",
  withdrawn: "Vedetty takaisin",
  worth: "Tätä lisää",
};

const age = (days: number) =>
  days < 1
    ? "näytetty tänään"
    : days < 14
      ? `näytetty ${count(days, { one: "päivä", other: "päivää" })} sitten`
      : `näytetty ${count(Math.round(days / 7), { one: "viikko", other: "viikkoa" })} sitten`;

const ideaOf: Record<NewsReader, string> = {
  author: "Ideasi",
  owner: "Vastuullasi oleva idea",
  asked: "Sinulle ehdotettu idea",
  voice: "Kannattamasi idea",
};

const copiesStay = "Muiden tekemät kopiot ja Teamsin omat tallenteet säilyvät.";
const archived = "Tiimisi on arkistoitu Teamsissa, joten lepään.";
const named = (isNamed: boolean) => (isNamed ? "omalla nimelläsi" : "ilman nimeäsi");
const namedByChoice = (isNamed: boolean) =>
  isNamed ? "omalla nimelläsi niin kauan kuin Näytä nimeni on valittu" : "ilman nimeäsi, ellet itse valitse toisin";

export const ideas: IdeasWords = {
  kinds,
  costs,
  stages,
  age,
  receipt: {
    saved: "Tallennettu. Kiitos!",
    changed: "Muutettu. Kiitos!",
    proposal: "Mikä helpottaisi",
    moreOfIt: "Mikä auttaisi tekemään sitä enemmän",
    worth: "Tallessa: tätä lisää.",
    next: (when, isNamed) =>
      `Tiimisi näkee sen ${when === undefined ? "seuraavassa koosteessa" : when}, ${named(isNamed)}. Kerron sinulle, kun jotain tapahtuu.`,
    rests: (isNamed) => `${archived} Kun se palautetaan, tiimisi näkee ideasi ${named(isNamed)}. Kerron sinulle, kun jotain tapahtuu.`,
    shown: (number, post) => {
      const where = `${number === undefined ? "Se" : `Se on #${number} ja`} on mukana koosteessa.`;
      const change = {
        fixed: "Sitä julkaisua en voi muuttaa.",
        "on-its-way": "Julkaisu on tulossa: muutos näkyy siinä, kun se on paikallaan, jos voin muuttaa sitä.",
        rests: "Muutos näkyy siinä, kun tiimi on palautettu Teamsissa.",
      };
      return `${where} ${post ? change[post] : "Muutos näkyy sielläkin."} Kerron sinulle, kun jotain tapahtuu.`;
    },
    stands: (stage) => `Missä mennään: ${stage}`,
    second: "Toinen tekstisi ei ole vielä tallessa. Jos haluat lähettää senkin, paina Lisää uusi:",
    closes: "Voit sulkea tämän nyt. Jos haluat myöhemmin muuttaa sitä tai vetää sen takaisin, kirjoita keskusteluumme omat ideat.",
    withdrawn: `Vedetty takaisin. Se on poissa Gnististä, eikä mikään tiimin julkaisu näytä sitä. ${copiesStay}`,
    withdrawnRecorded: `Vedetty takaisin. Se on poissa tiimin julkaisusta. Tiimin arkistokopiossa se säilyy seuraavaan vientiin asti. ${copiesStay}`,
    recordKeeps: "Vain tiimin arkistokopiossa se säilyy seuraavaan vientiin asti.",
    withdrawnPosted: {
      gone: `Vedetty takaisin. Se on poissa Gnististä ja tiimin julkaisusta. ${copiesStay}`,
      "leads-asked": `Vedetty takaisin. Se on poissa Gnististä. En voi muuttaa tiimin julkaisua, jossa se näkyy, joten pyydän vetäjiä poistamaan sen julkaisun. ${copiesStay}`,
      stays: `Vedetty takaisin. Se on poissa Gnististä. En voi muuttaa tiimin julkaisua, jossa se näkyy: julkaisu jää, kunnes joku poistaa sen. ${copiesStay}`,
      "on-its-way": `Vedetty takaisin. Se on poissa Gnististä. Tiimin julkaisu on tulossa: otan idean pois siitäkin, ja jos en voi, pyydän vetäjiä poistamaan julkaisun. ${copiesStay}`,
      rests: `Vedetty takaisin. Se on poissa Gnististä. Tiimin julkaisu näyttää sen, kunnes tiimi palautetaan Teamsissa. ${copiesStay}`,
    },
  },
  news: {
    why: "Miksi",
    owner: "Vastuuhenkilö",
    owned: (reader, name) =>
      reader === "owner"
        ? `${name || "Kollega"} otti idean, joka oli vastuullasi`
        : `${name || "Kollega"} otti vastuulleen ${reader === "author" ? "ideasi" : "kannattamasi idean"}`,
    tried: (reader, name) => `${name || "Kollega"} kokeilee ${reader === "author" ? "ideaasi" : "kannattamaasi ideaa"}`,
    declined: (reader) => `${ideaOf[reader]} kaipaa taas vastuuhenkilöä`,
    done: (reader) => `${ideaOf[reader]} on valmis`,
    testing: (reader) => `${ideaOf[reader]} on kokeilussa`,
    checking: (reader) => `${ideaOf[reader]} on kokeiltu`,
    again: (reader) => `${ideaOf[reader]} muuttuu ja menee uudelleen kokeiluun`,
    stopped: (reader) => `${ideaOf[reader]} lopetettiin`,
    answered: (reader) => `${ideaOf[reader]} sai vastauksen`,
    undone: (reader) => `${ideaOf[reader]} on taas auki`,
    reopened: (reader) => `${ideaOf[reader]} avattiin uudelleen`,
    "passed-on": (reader) => `${ideaOf[reader]} siirrettiin eteenpäin`,
    promised: (reader) => `${ideaOf[reader]} saa vastauksen`,
    "sent-back": (reader) => `${ideaOf[reader]} palasi tiimille`,
    merged: (reader) => `${ideaOf[reader]} on nyt osa toista ideaa`,
    unmerged: (reader) => `${ideaOf[reader]} on taas oma ideansa`,
    joined: () => "Toinen idea sanoo saman kuin omasi",
    parted: () => "Idea, joka oli osa omaasi, on taas oma ideansa",
    held: (reader) => `${ideaOf[reader]} odottaa toistaiseksi`,
    "put-back": (reader) => `${ideaOf[reader]} ei enää odota`,
    restored: (reader) => `${ideaOf[reader]} on palannut`,
    withdrawn: (reader) => `${reader ? ideaOf[reader] : "Tämä idea"} on vedetty takaisin`,
    summary: "Uutta ideasta",
    lesson: "Mitä opimme",
    several: (n) => `Uutta: ${count(n, { one: "idea", other: "ideaa" })}`,
    readOn: (number) => `Kirjoita #${number}, niin näet, mitä on tapahtunut.`,
    promisedWhat: (contact, due, otherYear) => ended(`${contact} vastaa viimeistään ${date(due, otherYear)}`),
    heldWhat: "Se ei ole mukana koosteessa. Se on tallessa, ja vetäjä voi ottaa sen taas mukaan.",
    declinedWhat: "Kollega, joka oli ottanut sen, on luopunut siitä. Se on yhä auki.",
    undoneWhat: "Se oli jo päättynyt, mutta joku on kumonnut sen.",
    checkingWhat: "Vastuuhenkilö päättää nyt: otetaanko käyttöön, kokeillaanko uudelleen vai lopetetaanko.",
    mergedWhat: "Ne sanovat samaa. Äänesi lasketaan siellä, ja saat tietää, miten käy.",
    joinedWhat: "Se on nyt osa omaasi, ja äänet lasketaan yhteen.",
    putBackWhat: "Tiimi näkee sen nyt.",
    restoredWhat: "Kirjoittaja oli vetänyt sen takaisin ja on muuttanut mielensä.",
    withdrawnWhat: "Kirjoittaja on vetänyt sen takaisin. Sinun ei tarvitse tehdä mitään.",
    thanks: (n) => (n === 1 ? "Kollega kiittää" : `${number(n)} kollegaa kiittää`),
    muted: "Et saa enää uutisia tästä ideasta",
    mutedWhat: "Näin on, tapahtuipa mitä tahansa. Painamalla Mitä tapahtui? näet aina, miten on mennyt.",
    unmuted: "Selvä, saat taas uutisia tästä ideasta.",
  },
  form: {
    questions,
    focusNow: "Missä olemme",
    focusGoal: "Minne haluamme",
    edit: "Muuta ideaasi",
    offer: "Tallennanko tämän ideana?",
    saveAsFriction: "Tallenna pulmana",
    colleaguesWords: "Nämä voivat olla kollegan sanoja. Kirjoita asiasta, älä ihmisestä.",
    reminder: "Lyhyt muistutus, toista ei tule. Yksi rivi riittää.",
    again: "Pyysit kysymään uudelleen. Yksi rivi riittää.",
    test: "Testi, vain sinulle. Tällaisen tiimisi saa. Jos lähetät sen, se tallentuu oikeana ideana.",
    first: (addedBy, team, when) =>
      `${addedBy ? `${addedBy} lisäsi minut` : "Minut lisättiin"} ${intoTeam(team)}. Tiimisi näkee rivisi${when ? ` ${when}` : ""}, ilman nimeäsi; tiimin julkaisuja voidaan pyytää nähtäväksi julkisina asiakirjoina. Ei potilaiden tai kollegojen nimiä. Tauko lopettaa kysymykset.`,
    label: "Rivi tai kaksi riittää",
    empty: "Kirjoita rivi tai paina Ei mitään nyt.",
    emptyAnyTime: "Kirjoita ensin rivi.",
    proposal: "Mikä helpottaisi?",
    moreOfIt: "Mikä auttaisi tekemään sitä enemmän?",
    cost: "Mitä se vie minulta",
    kind: "Mitä se koskee",
    skip: "Voit ohittaa tämän",
    showName: "Näytä nimeni",
    withoutTrace: "Jälkiä jättämättä",
    traceWhat: (people) =>
      `Näytetään yhdessä muiden tekstien kanssa, kun ${count(people, { one: "ihminen on", other: "ihmistä on" })} kirjoittanut näin. Sen jälkeen mikään Gnistissä ei johda sinuun, etkä saa uutisia.`,
    traceAlways: (people) =>
      `Tiimisi näkee sen yhdessä muiden tekstien kanssa, kun ${count(people, { one: "ihminen on", other: "ihmistä on" })} kirjoittanut. Sen jälkeen mikään Gnistissä ei johda sinuun.`,
    team: "Tiimi",
    chooseTeam: "Valitse tiimi",
    moreTeams: "Jos tarkoitat toista tiimiä, kirjoita idea sen kanavalla.",
    seen: (when, isNamed) => `Tiimisi näkee sen ${when}, ${namedByChoice(isNamed)}.`,
    rests: (isNamed) => `${archived} Kun se palautetaan, tiimisi näkee ideasi ${namedByChoice(isNamed)}.`,
    noNames: "Ei potilaiden, asiakkaiden tai kollegojen nimiä.",
    untilExported: "Tiimin julkaisut säilytetään vientiin asti, vaikka vetäisit ideasi takaisin.",
    problems: {
      empty: (button) => `Kirjoita ensin rivi ja paina sitten taas ${button}.`,
      "too-long": (button) => `Tämä on minulle liian pitkä: enintään 2 000 merkkiä. Lyhennä ja paina taas ${button}.`,
      "not-saved": (button) => `Ehkä ei vielä tallessa. Paina taas ${button}: se tallentuu vain kerran.`,
      "not-storable": () => "Ei tallennettu: en voi tallentaa tätä tekstiä. Kirjoita se toisin.",
      "no-trace": (button) =>
        `Tiimisi ei ota vastaan tekstejä jälkiä jättämättä. Mitään ei tallennettu. Paina ${button}, niin se lähtee tavalliseen tapaan.`,
    },
    onlyBeginning: "Tähän mahtuu vain alku.",
  },
  withoutTrace: {
    waits: (people, when) =>
      `Tiimisi näkee sen yhdessä muiden tekstien kanssa, kun ${count(people, { one: "ihminen on", other: "ihmistä on" })} kirjoittanut jälkiä jättämättä${when === undefined ? "" : `, aikaisintaan ${when}`}. Siitä lähtien mikään Gnistissä ei johda sinuun.`,
    stillWaits: "Mitään ei ole vielä tapahtunut: se odottaa yhä.",
    quiet: "Muuta ei ole vielä tapahtunut.",
    worked: "Tiimisi näkee sen yhdessä muiden toimivista asioista kertovien tekstien kanssa.",
    isLong: "Kaksi kysymyskierrosta on päättynyt, ja se odottaa yhä.",
    anyway: (when) =>
      `Tiimisi näkee sen ${when === undefined ? "seuraavassa koosteessa" : when}, olipa muita kuinka vähän tahansa. Mitä vähemmän heitä on, sitä helpompi on arvata, kuka sen kirjoitti.`,
    shown: (number) => `Tiimisi on nähnyt sen: se on #${number}. Muutos näkyy julkaisussa, jos voin muuttaa sitä.`,
    key: "Tämä kortti on ainoa tie takaisin tekstiin, joten säilytä se. Et saa siitä uutisia.",
    closes: "Mikään ei vie sinua takaisin tekstiin, kun olet sulkenut tämän.",
    asked: "Vetäjä kysyy:",
    yourAnswer: "Vastauksesi:",
    lineNeeded: "Kirjoita ensin rivi ja paina sitten uudelleen Vastaa.",
  },
  askAuthor: {
    what: "Kysyn kirjoittajalta, jos tavoitan hänet, eikä kukaan näe, kuka hän on. Hän päättää itse, vastaako. Yhdestä ideasta voi kysyä yhden kysymyksen.",
    input: "Kysymys",
    hint: "Minä päivinä näin käy?",
    asks: "Kysyn kirjoittajalta, jos tavoitan hänet. Jos vastaus tulee, saat sen tänne.",
    askedBefore: "Kirjoittajalta on jo kysytty tästä, ja kysymyksiä voi olla vain yksi.",
    waits: "Jos vastaus tulee, se on tässä.",
    answerBelow: "Vastaus on omassa viestissään keskustelussamme.",
    question: "Kysymys kirjoittajalle",
    answer: "Vastaus",
    answered: "Kirjoittaja vastasi:",
    answeredBy: (name) => `${name} vastasi:`,
    wantsToHelp: (name) => `${name} haluaa auttaa`,
    answerCame: "Vastaus kysymykseesi",
    leadsAlone: "Vain vetäjät lukevat vastauksen.",
    looks:
      "Kukaan ei tiedä, kuka tämän kirjoitti, joten en kerro kenellekään. Kirjoittaja näkee kysymyksesi, jos hän katsoo, mitä on tapahtunut.",
    ask: "Tiimisi vetäjä kysyy ideastasi:",
    toYou: "Kysymys sinulle",
    shows: "Tämä näyttää nimesi tiimisi vetäjälle.",
    sent: {
      hidden: "Lähetetty ilman nimeäsi.",
      named: "Lähetetty omalla nimelläsi.",
      help: "Lähetetty omalla nimelläsi: haluat auttaa.",
    },
  },
  forColleague: {
    kicker: "Kollegan puolesta",
    title: "Mikä hiertää kollegasi arjessa?",
    kept: "Tallessa ilman kirjoittajaa: kukaan ei saa uutisia.",
    seen: (when) => `Tiimisi näkee sen ${when === undefined ? "seuraavassa koosteessa" : when}.`,
    shown: (number) => `Se on #${number} ja on mukana koosteessa.`,
    rests: `${archived} Kun se palautetaan, tiimisi näkee sen.`,
    noAuthor: "En tallenna kirjoittajaa, joten kukaan ei saa uutisia.",
    moreTeams: "Jos tarkoitat toista tiimiä, kirjoita idea kollegan puolesta sen kanavalla.",
  },
  mine: {
    title: "Omat ideat",
    none: "Sinulla ei ole vielä ideoita täällä. Onko jokin tiellä? Kirjoita se vain.",
    unlisted: "Jälkiä jättämättä kirjoitetut tekstit eivät näy täällä. Kuitti on ainoa tie takaisin sellaiseen tekstiin.",
  },
  story: "Mitä on tapahtunut",
  steps: {
    take: "Sai vastuuhenkilön",
    tried: "Kokeilussa",
    start: "Kokeilu alkoi",
    testDone: "Kokeiltu",
    adjust: (cycle) => `Muutettu, kokeilu ${cycle}`,
    answeredYes: "Vastaus: teemme sen",
    answeredNo: "Vastaus: ei nyt",
    free: "Kaipaa taas vastuuhenkilöä",
    passOn: "Siirretty eteenpäin",
    sendBack: "Palautettu tiimille",
    reopen: "Avattu uudelleen",
  },
  same: {
    title: "Mikä idea sanoo samaa?",
    as: "Sama asia kuin",
    choose: "Valitse idea",
    nearly: (n) => (n === 1 ? "Kollega on sanonut lähes saman:" : `${number(n)} kollegaa on sanonut lähes saman:`),
    nearlyYours: "Olet itse sanonut lähes saman:",
    shared: (words) => `Yhteistä: ${words}`,
    another: "Valitse toinen idea",
    ask: "Onko kollega sanonut samaa? Anna äänesi sille.",
    what: "Ideastasi tulee osa sitä. Äänesi lasketaan siellä, ja saat tietää, miten käy. Voit kumota tämän.",
    whatForLeads: "Siitä tulee osa toista ideaa, ja äänet lasketaan siellä. Kirjoittaja saa tiedon, jos tavoitan hänet. Voit kumota tämän.",
    none: "Tiimisi ei ole vielä nähnyt muita avoimia ideoita.",
    merged: "Nyt yksi idea",
    partOf: "Osa ideaa",
    joined: "Mukana myös:",
    mergedYours: "Äänesi lasketaan siellä, ja saat tietää, miten käy.",
    mergedWhat: "Äänet lasketaan siellä. Kirjoittaja saa tiedon, myös siitä miten käy, jos tavoitan hänet.",
    unmerged: "Se on taas oma ideansa",
    unmergedWhat: "Sen äänet lasketaan taas erikseen.",
  },
  thanks: {
    noted:
      "Merkitty. Kiitoksesi menee tuloksen takana oleville, jos tavoitan heidät, seuraavan koosteen jälkeen uutisten mukana, lukuna ja ilman nimeäsi.",
    notedWorth:
      "Merkitty. Kiitoksesi menee kirjoittajalle, jos tavoitan hänet, seuraavan koosteen jälkeen uutisten mukana, lukuna ja ilman nimeäsi.",
    already: "Kiitoksesi on jo laskettu.",
  },
  voice: {
    added: (n) => `Äänesi on laskettu. Nyt ${voices(n)}.`,
    already: (n) => `Äänesi on jo laskettu. Tähän mennessä ${voices(n)}.`,
    back: (n) => `Äänesi on otettu pois. Nyt ${voices(n)}.`,
  },
  offerDropped: "Selvä, en tallentanut sitä.",
};
