import type { NotReached } from "../../domain/overview/count-round.ts";
import type { PaceStop } from "../../domain/pace.ts";
import type { OverviewWords } from "../en/overview.ts";
import { count, decimal, list, number, onChannel, people, plural, toChannel } from "./shared.ts";

const teams = (n: number) => count(n, { one: "tiimi", other: "tiimiä" });
const inTeams = (n: number) => count(n, { one: "tiimissä", other: "tiimissä" });

const notReached: Record<NotReached, { readonly people: (n: number) => string; readonly what: string }> = {
  blocked: {
    people: (n) => `${people(n)} oli estänyt minut, kun kysyin`,
    what: "Kerro tiimille: se, joka haluaa kysymyksen, voi kirjoittaa minulle sanan. Sitten viestini tulevat taas perille.",
  },
  "not-installed": {
    people: (n) => `Gnist puuttui Teamsista, kun kysyin: ${people(n)}`,
    what: "Tietohallinto voi asentaa Gnistin kaikille tiimissä. Sitten viestini tulevat perille.",
  },
  refused: {
    people: (n) => `Teams ei ottanut vastaan kysymystä: ${people(n)}`,
    what: "Yritän uudelleen seuraavalla kerralla. Jos tämä jatkuu, kerro Gnistin ylläpidolle.",
  },
  late: {
    people: (n) => `Kooste tuli ennen kysymystä: ${people(n)}`,
    what: "He saavat seuraavan kysymyksen.",
  },
  joined: { people: (n) => `${number(n)} tuli mukaan tai palasi kysymyksen jälkeen`, what: "" },
  paused: { people: (n) => `${number(n)} tauolla`, what: "" },
  excepted: { people: (n) => `${number(n)} henkilöltä ei kysytä asetusten mukaan`, what: "" },
  elsewhere: { people: (n) => `${number(n)} sai sillä viikolla kysymyksen toisessa tiimissä`, what: "" },
  left: { people: (n) => `${number(n)} lähti tiimistä ennen kysymystä`, what: "" },
};

const noOne = "Viestini eivät mene perille.";
const again = (when: string) => `Yritän uudelleen noin klo ${when}.`;

const stops: Record<PaceStop, { readonly title: string; readonly what: (when: string) => string }> = {
  throttled: {
    title: "Teams pyytää minua hidastamaan",
    what: (when) => `Jatkan automaattisesti noin klo ${when}. Kenenkään ei tarvitse tehdä mitään.`,
  },
  outage: {
    title: "Teams ei vastaa",
    what: (when) =>
      `${again(when)} Keneltäkään ei kysytä kahdesti. Jos tämä jatkuu, ylläpitäjä voi katsoa palvelun kunnon Microsoft 365:n hallintakeskuksesta.`,
  },
  "not-registered": {
    title: "Microsoft ei tunne tätä bottia",
    what: (when) => `${noOne} Ylläpitäjän pitää tarkistaa botti Azuressa: onko se siellä, ja onko sen sovellustunnus oikea? ${again(when)}`,
  },
  disabled: {
    title: "Gnist on poissa käytöstä Teamsissa",
    what: (when) => `${noOne} Ylläpitäjän pitää sallia sovellus Gnist Teamsin hallintakeskuksessa. ${again(when)}`,
  },
  "no-permission": {
    title: "Gnistiltä puuttuu lupa Teamsissa",
    what: (when) => `${noOne} Ylläpitäjän pitää hyväksyä sovelluksen Gnist luvat Teamsin hallintakeskuksessa. ${again(when)}`,
  },
};

export const overview: OverviewWords = {
  status: {
    title: "Miten menee",
    summary: (team) => `Miten menee: ${team}`,
    notYet: "En ole vielä kysynyt tältä tiimiltä.",
    noneYet: "En ole vielä kysynyt miltään tiimiltä.",
    answered: "vastasi",
    notReachedCount: "ei saanut kysymystä",
    sending: (done, of) => `Kysytään parhaillaan: ${number(done)}/${number(of)}`,
    sendingTeams: (n, done, of) => `Kysytään parhaillaan ${inTeams(n)}: ${number(done)}/${people(of)}`,
    stoppedTeams: (n, done, of) => `Pysähtyi ${inTeams(n)}: kysytty ${number(done)}/${people(of)}`,
    stoppedAt: (done, of) => `Pysähtyi kohtaan ${number(done)}/${number(of)}`,
    ends: (when) => `Valmis noin klo ${when}.`,
    everybody: "Kysymys meni perille kaikille, joilta kysyin.",
    notAsked: "Jäi tällä kertaa kysymättä",
    doubtful: (n) => `En tiedä, tuliko kysymys perille: ${people(n)}`,
    unconfirmed: (n) => `Teams ei kertonut, menikö kysymys perille: ${people(n)}`,
    unconfirmedWhat: "Se, joka ei ole saanut kysymystä, voi kirjoittaa minulle kysy minulta.",
    doubtfulWhat: (reminded) =>
      `En kysy kahdesti. He saavat ${reminded ? "muistutuksen" : "seuraavan kysymyksen"} ja voivat kirjoittaa minulle milloin vain.`,
    nextPrompt: "Seuraava kysymys",
    digest: "Kooste",
    digestRefused: (channel, leads) =>
      leads
        ? `En voinut julkaista koostetta ${onChannel(channel)}. Tarkista, että olen yhä siellä tai kirjoita kooste tänne toisella kanavalla. Paina sitten Julkaise.`
        : `En voinut julkaista koostetta ${onChannel(channel)}. Olen kertonut tiimin vetäjille, jotka voivat julkaista sen uudelleen.`,
    digestDoubtful: (channel) => `En tiedä, tuliko kooste perille ${toChannel(channel)}. Olen pyytänyt tiimin vetäjiä katsomaan.`,
    waits: (size) => `Tämä on iso tiimi: ${people(size)}. Odotan vetäjän lupaa, ennen kuin kysyn.`,
    archived: "Tämä tiimi on arkistoitu Teamsissa, joten lepään. Jatkan automaattisesti, kun se palautetaan.",
    noLead: "Kukaan ei vedä tätä tiimiä. Joku tiimistä voi painaa tervetuloviestissä Vedän tätä tiimiä.",
    teams,
    allTeams: "Kaikki tiimit",
    myTeams: "Tiimisi",
    troubled: "Tiimit, joita kannattaa katsoa",
    allWell: "Kaikissa tiimeissä on kaikki hyvin.",
    rows: {
      idea: "idea",
      person: "tiimin jäsen",
      round: "kierros",
      question: "kysymys yhdelle henkilölle",
      digest: "julkaistu kooste",
      message: "viesti",
      row: "jotain tallennettua",
    },
    setAside: "Mitä en voinut tehdä tai lukea",
    asideWhy: {
      "other-version": "Toinen Gnistin versio on kirjoittanut sen.",
      damaged: "Osa tallennetusta on vioittunut.",
      unstorable: "Tallennus ei ota sitä vastaan.",
      "not-a-job": "Kukaan ei voi sanoa, mitä se oli.",
      fault: "Se epäonnistui kerta toisensa jälkeen Gnistin vian takia.",
    },
    setAsideWhat: "Siirsin tämän sivuun, ettei mikään muu odota sitä. Gnistin ylläpito näkee lokista lisää.",
    unknownJob: "jotain, mitä ei voi lukea",
    counting: (n) => `Kerään lukuja: ${teams(n)}. Vastaus tulee tähän hetken päästä.`,
    countingLater: (n) => `Kerään lukuja: ${teams(n)}. Vastaan tässä heti, kun Teams taas ottaa viestejä vastaan.`,
    next: "Seuraava",
    neverAsked: "ei vielä kysytty",
    health: {
      well: "Kaikki hyvin",
      "not-reached": (n) => `${people(n)} ei saanut kysymystä`,
      "digest-refused": "Koostetta ei julkaistu",
      "digest-doubtful": "Kooste ei ehkä tullut perille",
      "waits-for-lead": "Odottaa vetäjän lupaa (iso tiimi)",
      archived: "Arkistoitu Teamsissa: lepää",
      "no-lead": "Kukaan ei vedä sitä",
      "set-aside": "Olen siirtänyt jotain sivuun. Avaa, niin näet, mitä.",
      unreadable: "En voi lukea sen tallennettuja tietoja. Kerro Gnistin ylläpidolle.",
    },
    notReached,
    stops,
    parts: {
      title: "Gnistin omat osat",
      work: "Gnistin osat toimivat.",
      doctor: "IT saa tietää lisää komennolla npm run doctor.",
      daysOffEnd: {
        what: (places, year) =>
          `Tiedän vapaapäivät vain vuoden ${year} loppuun (${list(places)}). Sen jälkeen kysyn ihmisiltä myös vapaapäivinä.`,
        mend: "Asentakaa sitä ennen uudempi Gnist.",
      },
      diskLow: {
        what: (free, needed) => `Levyllä on tilaa ${number(free)} Mt, ja tarvitsen ${number(needed)} Mt.`,
        mend: "Vapauttakaa levytilaa tai siirtäkää tiedot isommalle levylle.",
      },
      storeDown: { what: "En voi juuri nyt tallentaa mitään.", mend: "Tarkistakaa levy tai tallennustili." },
      queueDown: {
        what: "Työjononi ei vastaa, joten kysymykset ja uutiset voivat myöhästyä.",
        mend: "Tarkistakaa tallennustilin jonot.",
      },
      noUrl: {
        what: "En tiedä omaa osoitettani, joten tiedostot tulevat OneDriven kautta.",
        mend: "Asettakaa GNIST_URL: osoite, josta ihmiset tavoittavat minut.",
      },
      clockOff: {
        what: (minutes) =>
          `Koneeni kello on ${count(minutes, { one: "minuutin", other: "minuuttia" })} väärässä. Jos virhe on yli viisi minuuttia, en pääse Teamsiin.`,
        mend: "Asettakaa kello aikapalvelimen mukaan.",
      },
      alone: {
        none: "En ole vielä missään tiimissä. Lisää minut tiimiin Teamsissa ja kirjoita sitten status uudelleen.",
        "not-counted": "En voinut kerätä lukuja tiimeistä juuri nyt. Kirjoita status uudelleen hetken päästä.",
      },
      testMessage: "Tämä on IT:n testi: Gnist voi kirjoittaa sinulle Teamsissa. Sinun ei tarvitse tehdä mitään.",
    },
  },
  numbers: {
    title: "Luvut",
    allTitle: "Kaikkien tiimien luvut",
    rounds: (n) => plural(n, { one: "viimeisin kierros", other: `viimeiset ${number(n)} kierrosta` }),
    until: (week) => `12 viikkoa, viimeisenä ${week}`,
    none: "Lukuja ei vielä ole. Ensimmäiset tulevat, kun kooste on päättänyt kierroksen.",
    noneAcross: "Lukuja ei vielä ole. Viikko lasketaan, kun se on päättynyt.",
    how: "Näin se lasketaan",
    week: "Viikko",
    of: (n, of) => `${number(n)} / ${number(of)}`,
    days: (n) => `${decimal(n)} ${plural(n, { one: "päivä", other: "päivää" })}`,
    median: (days) => `${days} (mediaani)`,
    labels: {
      answered: "Vastanneet",
      ideas: "Uudet ideat",
      kinds: "Aiheittain",
      owned: "Vastuuhenkilö 14 päivässä",
      toAnswer: "Ensimmäiseen vastaukseen",
      toDecision: "Päätökseen",
      toResult: "Tulokseen",
      adopted: "Valmiit",
      solved: "Tiimissä ratkaistut",
      passedOn: "Siirretyt",
      stopped: "Lopetetut, joista opittiin",
      minutes: "Säästetyt minuutit viikossa",
    },
    counted: {
      answered:
        "Kysymyksen saaneet, ja heistä ne, jotka lähettivät rivin tai painoivat Ei mitään nyt. Alle viittä ei koskaan näytetä tarkasti.",
      ideas: "Ideat, jotka kooste näytti ensimmäisen kerran.",
      kinds: "Kirjoittajan valitsema aihe. Tiimin omat aiheet ja ideat ilman aihetta ovat kohdassa muu.",
      owned:
        "Ideoista, jotka täyttivät 14 päivää koosteesta, jossa ne näytettiin, tai päättyivät sitä ennen: ne, joilla oli silloin vastuuhenkilö. Mukana eivät ole ideat, joihin oli silloin vastattu tai jotka oli silloin siirretty, pidätetty tai yhdistetty, eikä se, mikä jo toimii.",
      toAnswer:
        "Koosteesta, jossa idea näytettiin, ensimmäiseen askeleeseen, jonka joku otti sen kanssa. Kirjoittajan oma askel jätetään pois vain, jos hän näyttää nimensä: muuten luku kertoisi, kuka idean kirjoitti.",
      toDecision: "Siihen asti, kun joku otti idean, se siirrettiin tai se päättyi.",
      toResult: "Siihen asti, kun idea ensimmäisen kerran valmistui tai lopetettiin. Mediaanin alla on yhtä monta ideaa kuin sen yllä.",
      adopted: "Valmistuneet ideat. Uudelleen avattu ja taas valmistunut idea lasketaan uudestaan.",
      solved: "Valmiista ne, jotka eivät olleet koordinaattoreilla.",
      passedOn: "Ideat, jotka tiimin vetäjä siirsi koordinaattoreille.",
      stopped: "Ideat, jotka lopetettiin tai joihin vastattiin, miksi mitään ei tehdä.",
      minutes:
        "Vastuuhenkilöiden arvio idean valmistuessa: minuutit viikossa henkilöä kohti kertaa henkilöt. Ilman henkilömäärää lasketaan yksi.",
    },
    asThen:
      "Jokainen kierros lasketaan kerran, kun sen kooste päättää sen. Myöhemmin kumottu, muutettu tai peruttu jää niin kuin se silloin oli.",
    fiveUp:
      "Kierros on tiimin nimen alla, jos tiimissä on vähintään viisi ihmistä. Pienempien tiimien kierrokset lasketaan yhteen, ja vain viikoilta, joilla heitä on yhteensä vähintään viisi. Viikko lasketaan, kun se on päättynyt.",
    stepsTitle: "Miten pitkällä tiimit ovat",
    steps: { asked: "Kysymys saatu", answered: "On vastattu", idea: "Ensimmäinen idea", result: "Ensimmäinen tulos" },
    stepsHow: "Vastattu: viisi on vastannut yhdellä kierroksella, tai kooste on näyttänyt idean. Tulos: idea valmistui tai lopetettiin.",
    teamsOf: (n, of) => `${number(n)} / ${teams(of)}`,
    small: (small, ideas, ended) =>
      `${count(small, { one: "pieni tiimi", other: "pientä tiimiä yhteensä" })}: ${count(ideas, { one: "idea", other: "ideaa" })}, tulokseen päässyt ${number(ended)}`,
    line: (ideas, adopted, stopped) =>
      `${count(ideas, { one: "idea", other: "ideaa" })} · ${number(adopted)} valmista · ${number(stopped)} lopetettu`,
    saves: (minutes) => `säästöä ${number(minutes)} minuuttia viikossa`,
    unnamed: (n) => `${teams(n)} tällä sivulla: ei vielä kierrosta, jossa on vähintään viisi ihmistä.`,
  },
};
