import type { CommandName } from "../../domain/commands.ts";
import type { PeopleWords } from "../en/people.ts";
import { count, list } from "./shared.ts";

const does: Partial<Record<CommandName, string>> = {
  idea: "kirjoita idea milloin vain",
  "idea-for-colleague": "tallenna, mitä kollega sanoo, ilman kirjoittajaa",
  "my-ideas": "mitä ideoillesi on tapahtunut",
  "my-actions": "mitä olet ottanut tehtäväksesi",
  prompt: "kysymys nyt",
  digest: "viimeisin kooste",
  pause: "ei kysymyksiä, niin kauan kuin haluat",
  resume: "kysymykset taas käyttöön",
  "who-sees-this": "kuka lukee, mitä kirjoitat",
  language: "vaihda kieltä",
  "my-data": "kaikki, mitä Gnistillä on minusta",
  "delete-my-data": "poista se, mitä Gnistillä on minusta",
};

const leadDoes: Partial<Record<CommandName, string>> = {
  "prompt-now": "kysy tiimiltä nyt",
  draft: "seuraavan koosteen luonnos",
  "digest-now": "julkaise kooste nyt",
  "digest-here": "kanavalla: julkaise kooste täällä",
  "coordinators-here": "kanavalla: ota täällä vastaan muiden tiimien ideoita",
  substitute: "nimi ja päivä, esimerkiksi sijainen Omar perjantaihin asti: kuka vetää puolestasi",
  settings: "päivät, kellonajat ja henkilöt",
  status: "kuinka moni on vastannut, ja kuka ei saanut kysymystä",
};

const adminDoes: Partial<Record<CommandName, string>> = {
  status: "miten kaikissa tiimeissä menee",
  teams: "kaikki tiimit yksitellen",
  defaults: "asetukset, joilla uudet tiimit aloittavat, ja sama muutos moneen tiimiin",
};

export const people: PeopleWords = {
  unclear: {
    oneMeant: (phrase) => `Tarkoititko ${phrase}?`,
    severalMeant: "Tarkoititko jotain näistä?",
    questionOrIdea: "Onko tämä kysymys minulle vai idea tiimillesi?",
    noAnswer: "Osaan vastata vain muutamaan asiaan. Tätä ei tallennettu ideana.",
    thanked: "Kiitos itsellesi! Olen täällä, kun jokin on tiellä.",
  },
  personal: {
    notSent: "Mitään ei ole vielä lähetetty",
    details: {
      "swedish-number": "ruotsalainen henkilötunnus",
      "norwegian-number": "norjalainen henkilötunnus",
      "danish-number": "tanskalainen henkilötunnus (CPR)",
      "finnish-number": "henkilötunnus",
      phone: "puhelinnumero",
      email: "sähköpostiosoite",
    },
    found: (details) => `Tässä näyttää olevan ${list(details)}.`,
    why: "Jos se on jonkun oma, se kannattaa jättää pois. Jos ei, lähetä vain.",
    open: "Muuta tekstiä kentässä. Paina sitten Lähetä.",
    text: "Kirjoittamasi teksti",
  },
  whoSees: {
    title: "Kuka näkee tämän",
    promise:
      "Gnist ei koskaan näytä, kuka kirjoitti mitä, ellet itse näytä nimeäsi. Työnantajasi tietohallinto voi tehdä hakuja Teams-keskusteluihin.",
    names: {
      team: "Tiimisi",
      leads: "Tiimin vetäjät",
      moment: "Kun lähetät rivin,",
      admins: "Ylläpitäjät",
      record: "Tiimin julkaisuja",
      kept: "Gnist tietää,",
      trace: "Jälkiä jättämättä:",
      owner: "Jos otat idean,",
      channel: "Kanavalla",
      back: "Jos muutat mielesi:",
      whistle: "Väärinkäytöksistä",
    },
    team: (when) =>
      `näkee rivisi seuraavassa koosteessa${when === undefined ? "" : ` ${when}`}: ilman nimeäsi, ellet valitse Näytä nimeni. Vetäjä voi jättää rivin odottamaan; silloin saat tietää, miksi.`,
    rests: "on arkistoitu Teamsissa, joten lepään. Kun se palautetaan, tiimisi näkee rivisi: ilman nimeäsi, ellet valitse Näytä nimeni.",
    always: {
      leads:
        "näkevät sen yhtä aikaa tiimisi kanssa. He näkevät, kuinka moni on vastannut, eivät keitä. He voivat kysyä siitä yhden kysymyksen, jonka löydät kuitista painamalla Mitä tapahtui?",
      back: "paina kuitissa Vedä takaisin: se on ainoa tie takaisin riviin. Rivi katoaa Gnististä, ja tiimin julkaisusta, jos voin muuttaa sitä. Muiden tekemät kopiot ja Teamsin omat tallenteet säilyvät.",
    },
    rows: {
      leads:
        "voivat nähdä sen aikaisemmin, luonnoksessa, sielläkin ilman nimeäsi. He näkevät, kuinka moni on vastannut, eivät keitä. He voivat kysyä sinulta yhden kysymyksen minun kauttani, näkemättä, kuka olet.",
      moment: "tiimin vetäjät voivat lukea sen heti luonnoksesta. Se, joka tietää, milloin lähetit sen, voi päätellä, että se on sinun.",
      admins: "näkevät lukuja ja asetuksia, eivät vastauksia.",
      record: "voidaan pyytää nähtäväksi julkisina asiakirjoina.",
      kept: "kuka rivin kirjoitti, jotta kirjoittaja saa uutisia ja voi muuttaa sitä. Gnistin ylläpito pääsee tietoihin, jotka Gnist tallentaa.",
      trace: (people) =>
        `siihen asti kun tiimisi näkee tekstin, Gnistiä ylläpitävät voisivat selvittää, kuka sen kirjoitti; aiemmin otetussa varmuuskopiossa tieto voi säilyä pidempään. Teksti odottaa, kunnes ${count(people, { one: "ihminen on", other: "ihmistä on" })} kirjoittanut näin. Sen jälkeen mikään Gnistissä ei johda kirjoittajaan.`,
      owner: "nimesi näkyy siinä vastuuhenkilönä.",
      channel: "kaikki näkevät nimesi ja sen, mitä kirjoitat minulle siellä. Kirjoita minulle mieluummin meidän omassa keskustelussamme.",
      back: "paina kuitissa Vedä takaisin tai kirjoita vedä takaisin. Rivi katoaa Gnististä, ja tiimin julkaisusta, jos voin muuttaa sitä. Muiden tekemät kopiot ja Teamsin omat tallenteet säilyvät.",
      whistle:
        "voit ilmoittaa työnantajasi omalla kanavalla, kun kyse on vakavasta tai laittomasta: paina alla olevaa painiketta. Gnist ei ole osa sitä.",
    },
  },
  help: {
    title: "Mitä osaan",
    what: "Onko jokin tiellä? Kirjoita se vain tähän, yksi rivi riittää.",
    does,
    leadDoes,
    adminDoes,
    forLeads: "Tiimin vetäjille",
    forAdmins: "Ylläpitäjille",
    aboutOne: "Yhdestä ideasta, sen numerolla:",
    aboutOneSay: ["minäkin #42", "ota #42", "kysy #42 Sara", "en minä #42", "kokeiltu #42", "valmis #42", "lopeta #42", "#42"],
    local: "Toimii tällä koneella: seuraava hyppää seuraavaan asiaan, joka on vuorossa.",
  },
  whichTeam: {
    title: "Mitä tiimiä tarkoitat?",
    more: "Jos tarkoitat muuta tiimiä, kirjoita tämä sen kanavalla.",
  },
  stopWhich: {
    title: (n) => `Tarkoitatko taukoa vai ideaa #${n}?`,
    what: "Mikään ei ole vielä muuttunut.",
  },
  pause: {
    until: (when) => `Gnist on tauolla. En kysy sinulta ennen kuin ${when}.`,
    open: "Gnist on tauolla. En kysy sinulta, ennen kuin kirjoitat jatka.",
    howLong: "Kuinka kauan? Uutiset ideoistasi tulevat silti, ja voit kirjoittaa minulle milloin vain.",
    stillNews: "Uutiset ideoistasi tulevat silti, ja voit kirjoittaa minulle milloin vain.",
    resumed: "Mukava saada sinut takaisin. Kysyn sinulta taas.",
  },
  myData: {
    soon: "Kokoan, mitä minulla on sinusta. Se tulee tähän keskusteluun.",
    title: "Tämä Gnistillä on sinusta",
    what: "Tässä on kaikki, mikä johtaa sinuun. Jos haluat, että se poistetaan, kirjoita poista tietoni.",
    end: "Siinä kaikki.",
    untilResume: "kun kirjoitat jatka",
    facts: {
      name: "Nimi",
      teamsId: "Tunnuksesi Teamsissa",
      chatId: "Keskustelumme Teamsissa",
      serviceUrl: "Keskustelumme osoite Teamsissa",
      language: "Valitsemasi kieli",
      seenLanguage: "Teamsisi kieli",
      inSeveralTeams: "Useassa Gnist-tiimissä",
      pausedUntil: "Tauko päättyy",
      unreachable: "En tavoita sinua",
      offeredLess: "Kysytty, haluatko harvemmin kysymyksiä, viikolla",
      askedSince: "Kysytty ensi kerran viikolla",
      saidLeftAt: "Lähtenyt tiimistä Teamsin mukaan",
      leftAt: "Lähtenyt tiimistä",
      newsOff: "Ei uutisia ideoista",
      askDay: "Kysymyksesi päivä",
      askTime: "Kysymyksesi kellonaika",
      workingDays: "Työpäiväsi",
      askEvery: "Kuinka usein",
    },
    groups: {
      you: "Sinä",
      roles: "Roolit ja asetukset, joissa sinut mainitaan",
      ideas: "Ideasi",
      owned: "Vastuullasi olevat tai olleet ideat",
      steps: "Tekemäsi vaiheet ja kirjoittamasi perustelut",
      requests: "Pyynnöt ottaa idea, sinulle tai sinulta",
      questions: "Vetäjien ja kirjoittajien kysymykset ja vastaukset",
      voices: "Äänesi",
      thanks: "Kiitoksesi",
      answered: "Kysymykset, joihin vastasit",
      asked: "Kysymykset, joihin et vastannut",
      changes: "Muuttamasi asetukset",
      sent: "Merkinnät sinulle lähetetyistä viesteistä",
      planned: "Suunniteltu työ, jossa sinut mainitaan",
      notes: "Merkinnät, joiden ansiosta et saa mitään kahdesti",
    },
  },
  deleteData: {
    title: "Poistanko sen, mitä minulla on sinusta?",
    what: "Nimesi, keskustelusi kanssani, vastauksesi ja valintasi poistuvat, samoin ideat, joita tiimi ei ole nähnyt, ja kirjoittamasi perustelut. Äänesi lasketaan yhä, ilman nimeä. Vastuullasi olevat ideat palaavat tiimille.",
    ideas: "Entä ideat, jotka tiimi on nähnyt?",
    forGood: "Tätä ei voi perua.",
    deleting: "Poistan sen, mitä minulla on sinusta",
    becomes: { deleted: "Myös ideasi poistuvat.", kept: "Ideat, jotka tiimi on nähnyt, jäävät ilman nimeäsi." },
    soon: "Se kestää muutaman minuutin, pidempään jos tiimejä on paljon. En lähetä sinulle enää mitään, paitsi yhden viestin, kun kaikki on valmista.",
    untold: "Se kestää muutaman minuutin, pidempään jos tiimejä on paljon. En lähetä sinulle enää mitään.",
    deleted: "Se, mitä minulla oli sinusta, on poistettu",
    became: { deleted: "Myös ideasi ovat poissa.", kept: "Ideat, jotka tiimi oli nähnyt, ovat yhä siellä ilman nimeäsi." },
    left: "Tämä keskustelu jää Teamsiin, samoin muiden tekemät kopiot. Gnistin ylläpitäjillä voi olla aiempia varmuuskopioita.",
    again: "Säilytän yhden koodin, josta kukaan ei näe, kuka olet, jotta en kysy sinulta enää. Jos haluat taas mukaan, kirjoita jatka.",
  },
  languageSet: "Kirjoitan sinulle tästä lähtien suomeksi.",
  whichLanguage:
    "Mikä kieli? Kirjoita kieli suomi, kieli ruotsi, kieli suomenruotsi, kieli englanti, kieli tanska, kieli bokmål tai kieli nynorsk.",
};
