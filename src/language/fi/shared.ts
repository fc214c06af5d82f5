import type { JobName } from "../../domain/job.ts";
import type { RefusalReason } from "../../domain/message/refusal.ts";
import type { SharedWords } from "../en/shared.ts";
import { formatOf } from "../format.ts";

const format = formatOf("fi");
export const { date, month, nameOf, week, number, decimal, count, plural, list } = format;

/* Names and dates are put into sentences as they are, so that each sentence has a word of its own that takes the case ending: "tiimissä North clinic". */

/** "tiistaina", because a day stands in a sentence to say when. */
const onDay = (day: string): string => day.replace(/^(\p{L}+?)(?:na)?(?= |$)/u, "$1na");

export const weekday: typeof format.weekday = (ms, zone) => onDay(format.weekday(ms, zone));
export const day: typeof format.day = (ms, zone, otherYear) => onDay(format.day(ms, zone, otherYear));

/** "9.00" */
export const time: typeof format.time = (ms, zone) => format.time(ms, zone).replace(/^0/, "");

/** Ends a sentence whose last word may be a date such as "24.11.", which has its full stop already. */
export const ended = (sentence: string): string => (sentence.endsWith(".") ? sentence : `${sentence}.`);

const theTeam = "tämä tiimi";

/** A team in a case: "tiimissä North clinic", or "tässä tiimissä" where it has no name. */
const teamIn =
  (ofTeam: string, ofThis: string) =>
  (team: string): string =>
    team === theTeam ? `${ofThis} ${ofTeam}` : `${ofTeam} ${team}`;

export const teamAsObject = teamIn("tiimiä", "tätä");
export const teamsOwn = teamIn("tiimin", "tämän");
export const inTeam = teamIn("tiimissä", "tässä");
export const outOfTeam = teamIn("tiimistä", "tästä");
export const intoTeam = teamIn("tiimiin", "tähän");
export const fromTeam = teamIn("tiimiltä", "tältä");
export const toTeam = teamIn("tiimille", "tälle");

/** "kanavalla Yleinen", or "kanavalla" alone. */
export const onChannel = (channel: string | undefined): string => (channel ? `kanavalla ${channel}` : "kanavalla");
export const toChannel = (channel: string | undefined): string => (channel ? `kanavalle ${channel}` : "kanavalle");

export const people = (n: number) => count(n, { one: "henkilö", other: "henkilöä" });

const refusals: Record<RefusalReason, (about?: string) => string> = {
  "not-in-team": () => "Et ole mukana siinä tiimissä, joten en voi tehdä tätä. Pyydä jotakuta tiimistä tekemään se.",
  "not-a-lead": () => "Tämän voi tehdä vain tiimin vetäjä. Pyydä vetäjää tekemään se tai paina tervetuloviestissä Vedän tätä tiimiä.",
  "not-an-admin": () =>
    "Vain ylläpitäjät näkevät kaikki tiimit. Heidät nimetään siellä, missä Gnist on otettu käyttöön. Jos vedät tiimiä, kirjoita status.",
  "not-across": () => "Vain koordinaattorit ja ylläpitäjät näkevät kaikkien tiimien luvut. Oman tiimisi luvut saat, kun kirjoitat luvut.",
  "not-the-owner": () => "Tämä ei ole sinun vastuullasi, joten en voi tehdä sitä puolestasi.",
  "request-over": () => "Kukaan ei enää odota vastausta tästä, joten sinun ei tarvitse tehdä mitään.",
  "not-your-idea": () => "Et voi muuttaa tätä ideaa. Voit kirjoittaa uuden: kirjoita se vain tähän.",
  "not-asked": () => "Mikään kysymys ei odottanut sinua. Kirjoita kysy minulta, niin saat lomakkeen.",
  "answered-already": () => "Olet vastannut tällä viikolla, joten en kysy uudelleen.",
  "digest-sooner": () => "En ehdi kysyä uudelleen ennen koostetta. Voit vielä lähettää rivisi nyt.",
  "no-team": () => "En tunne tiimiäsi vielä. Pyydä jotakuta lisäämään Gnist tiimiinne Teamsissa ja kirjoita sitten minulle uudelleen.",
  "no-such-idea": (about) =>
    about
      ? `En löydä ideaa ${about}. Kirjoita omat ideat tai kooste, niin näet numerot.`
      : "En löydä sitä ideaa enää. Ehkä se on vedetty takaisin, tai se on vanhempi kuin tiimi säilyttää.",
  "no-such-member": (about) =>
    about
      ? `En löydä tiimistä tätä nimeä: ${about}. Kirjoita nimi niin kuin se on Teamsissa.`
      : "Valitsemasi henkilö ei ole mukana tiimissä. Valitse joku, joka on.",
  "several-members": (about) => `Useampi kuin yksi sopii${about ? `: ${about}` : ""}. Kirjoita koko nimi.`,
  "already-owned": (about) => `${about || "Kollega"} on jo ottanut tämän. Jos olet samaa mieltä, paina Minäkin.`,
  "already-asked": () =>
    "Joltakulta on jo kysytty, ja hänellä on kolme työpäivää aikaa vastata. Voit ottaa tämän itse; vain tiimin vetäjä voi nyt kysyä joltakulta muulta.",
  "needs-owner": () => "Kukaan ei ole vielä ottanut tätä. Ota se ensin tai kysy joltakulta.",
  "not-ended": () => "Tämä ei ole vielä valmis, joten kiitettävää ei ole. Jos haluat tukea sitä, paina Minäkin.",
  "idea-closed": () => "Tämä ei ole nyt auki, joten mikään ei muuttunut. Onko se yhä tiellä? Kirjoita se minulle uutena ideana.",
  "moved-on": () => "Tämä on jo edennyt, joten mikään ei muuttunut. Kirjoita sen numero, esimerkiksi #42, niin näet, missä mennään.",
  "not-tried": () =>
    "Tämä on tallessa kohdassa Tätä lisää, eikä kukaan ole vielä kokeillut sitä. Jos haluat kokeilla, paina Kokeile tai kirjoita ota ja numero, esimerkiksi ota #42.",
  "idea-needed": () => "Valitse ensin idea. Paina sitten taas Sama asia.",
  "part-already": () => "Ne ovat jo yksi idea, joten mikään ei muuttunut.",
  "reason-needed": () => "Kirjoita muutama sana siitä, miksi. Paina sitten painiketta uudelleen.",
  "title-needed": () => "Kirjoita ensin otsikko. Paina sitten painiketta uudelleen.",
  "person-needed": () => "Valitse myös henkilö tai jätä päivä ennalleen.",
  "result-needed": () => "Kirjoita rivi siitä, mitä siitä tuli. Paina sitten taas Tallenna.",
  "plan-needed": () => "Täytä Pienin kokeilu ja valitse päivä. Paina sitten painiketta uudelleen.",
  "check-needed": () => "Kerro kohdassa Auttoiko se? oliko siitä apua ja kenelle. Paina sitten taas Ota käyttöön.",
  "bad-numbers": () =>
    "En voi käyttää näitä lukuja. Kirjoita kokonaislukuja: enintään 2 400 minuuttia viikossa henkilöä kohti ja enintään 10 000 henkilöä. Tai jätä tyhjäksi. Paina sitten taas Ota käyttöön.",
  "lesson-needed": () => "Kirjoita rivi siitä, mitä opitte. Paina sitten painiketta uudelleen.",
  "answer-needed": () => "Valitse toinen vastauksista. Paina sitten taas Vastaa.",
  "line-needed": () => "Kirjoita ensin rivi. Paina sitten painiketta uudelleen.",
  "question-over": () => "Tämä kysymys ei ole enää voimassa, joten mitään ei lähetetty.",
  "whys-changed": () => "Syyt ovat muuttuneet siitä, kun kortti näytettiin, joten mitään ei tallennettu. Näin ne ovat nyt.",
  "count-needed": () => "Kirjoita ensin, mitä lasket. Paina sitten taas Tallenna.",
  "bad-count": () =>
    "En voi käyttää tätä lukua. Kirjoita luku väliltä 0–1 000 000, esimerkiksi 7 tai 2,5, enintään kahdella desimaalilla. Paina sitten painiketta uudelleen.",
  "bad-date": () => "En saa selvää päivästä. Valitse päivä tai kirjoita se näin: 2026-12-24.",
  "past-date": () => "Se päivä on liian aikainen. Valitse myöhempi.",
  "far-date": () => "Se päivä on yli kahden vuoden päässä. Valitse aikaisempi.",
  "far-substitute": () => "Sijainen voi olla enintään vuoden. Valitse aikaisempi päivä.",
  "own-substitute": () => "Vetäjät valitsevat sijaisensa itse. Sijaisena et voi siirtää tätä eteenpäin.",
  "not-oneself": () => "Et voi olla oma sijaisesi. Valitse joku muu tiimistä.",
  "bad-pause": () =>
    "Tauko on vähintään päivän ja enintään kaksi vuotta, enkä saanut selvää sinun tauostasi: mikään ei muuttunut. Kirjoita tauko 2 viikkoa, tauko viikkoon 50 asti tai tauko 24.12. asti. Pelkkä tauko kestää, kunnes kirjoitat jatka.",
  "nothing-to-undo": () => "Kumottavaa ei ole.",
  "undo-on-card": () =>
    "Sanasi ovat poissa Gnististä: ne ovat enää kortissa, jossa lukee Vedetty takaisin. Paina siinä Kumoa. Jos haluat lopettaa tauon, kirjoita jatka.",
  "bad-settings": () => "Jokin asetuksissa ei täsmää. Katso päivät ja kellonajat ja paina taas Tallenna.",
  "stale-form": () => "Tämä lomake on liian vanha. Kirjoita ohje, niin saat uuden.",
  "foreign-card": () => "En tunne tätä korttia: se ei ole minun. Kirjoita ohje, niin näet, mitä osaan.",
  "too-long": (about) =>
    `Teksti on liian pitkä: ${about ? `enintään ${about} merkkiä` : "lyhennä sitä"}. Mitään ei ole tallennettu. Lyhennä ja lähetä uudelleen.`,
  "too-fast": () =>
    "Nyt meni minulle vähän liian nopeasti. En tehnyt mitään sillä, mitä viimeksi kirjoitit tai painoit, enkä ehkä tee silläkään, mitä lähetät seuraavan minuutin aikana. Lähetä se sen jälkeen uudelleen.",
  "unknown-command": () =>
    "En ymmärtänyt sitä sanaa. Kirjoita ohje, niin näet, mitä osaan. Onko jokin tiellä? Kirjoita se muutamalla sanalla.",
  "not-saved": () => "Ehkä ei vielä tallessa. Yritä hetken päästä uudelleen.",
  "not-sent": () => "Uusi viesti ei ehkä ole tullut. Jos et näe sitä, paina uudelleen.",
  "not-storable": () => "En voi tallentaa tätä, eikä uusi yritys auta. Kirjoita toisin sanoin tai kerro Gnistin ylläpidolle.",
  unreadable: () => "En voi lukea tämän tiimin tallennettuja tietoja. Kerro Gnistin ylläpidolle.",
  "chat-only": () => "Kirjoita tämä minulle meidän omassa keskustelussamme.",
  "channel-only": () => "Kirjoita tämä tiimin kanavalla ja mainitse minut.",
  "shared-channel": () => "Tämä kanava on jaettu tiimin ulkopuolisten kanssa. Kirjoita tämä kanavalla, joka on vain tiimin.",
  "nothing-to-review": () => "Katsausta ei voi vielä tehdä. Se tulee, kun kooste on näyttänyt ideoita.",
  "nothing-to-post": () => "Uutta julkaistavaa ei ole. Kirjoita kysy nyt, niin kysyn tiimiltä.",
  "no-digest": () => "Koostetta ei ole vielä. Ensimmäinen tulee ensimmäisen kysymyksen jälkeen.",
  "no-board": () => "Sitä taulua ei enää ole. Avaa uusi kirjoittamalla taulu.",
  "not-a-coordinator": () => "Tämän voivat tehdä vain ne, joiden tiimille idea siirrettiin.",
  "not-adopted": () => "Vain käyttöön otetun idean tulosta, jonka tiimi on nähnyt, voi tarjota muille tiimeille.",
  "spread-off": () => "Tulokset tiimien välillä ei ole käytössä: katso asetuksissa kohta Mitä. Tiimin vetäjä voi ottaa sen taas käyttöön.",
  "not-passed-on": () => "Tämä ei enää odota teitä, joten mikään ei muuttunut.",
  "no-office": () =>
    "Se tiimi ei nyt ota vastaan ideoita muilta tiimeiltä. Joku sen vetäjistä voi kirjoittaa kanavalla koordinaattorit tänne; paina sitten painiketta uudelleen.",
  "not-weekly": (about) =>
    `En kysy joka viikko ${about ? `tiimiltä ${about}` : "tiimiltä"}: Kysy tiimiltä joka viikko ei ole käytössä kohdassa Asetukset. Kirjoita kysy nyt, niin kysyn kerran.`,
  "day-off": (about) =>
    `${about ? `Tiimillä ${about}` : "Tiimillä"} on nyt vapaata tai rauhajakso, joten en kysy keneltäkään. Kirjoita kysy nyt työpäivänä.`,
  "team-archived": (about) => `${about || "Tiimi"} on arkistoitu Teamsissa, joten lepään. Jatkan automaattisesti, kun se palautetaan.`,
  "team-removed": () => "Gnist on poistettu siitä tiimistä. Lisää se uudelleen, jos haluatte jatkaa: mitään ei ole kadonnut.",
};

const at = (ms: number, zone: string) => `${day(ms, zone)} klo ${time(ms, zone)}`;

export const voices = (n: number) => count(n, { one: "ääni", other: "ääntä" });

const due = {
  "start-round": "kysymys",
  "ask-person": "kysymys henkilölle hänen omana aikanaan",
  "ask-again": "kysymys uudelleen sille, joka sitä pyysi",
  "remind-round": "muistutus",
  "check-in": "kysely vastuuhenkilöille, miten sujuu",
  nudge: "muistutus vastuuhenkilölle",
  "tell-quiet": "tieto vetäjille ideasta, joka ei etene",
  "send-draft": "luonnos vetäjille",
  "post-digest": "kooste",
  "send-review": "kuukauden katsaus",
  "forget-typed": "unohdan, mistä viestistä tuli idea",
  "forget-authors": "unohdan, kuka kirjoitti tekstin jälkiä jättämättä",
  "end-request": "pyyntö päättyy ilman vastausta: idea kaipaa taas vastuuhenkilöä",
  "remind-doubtful": "muistutus sille, joka ei ehkä saanut kysymystä",
  "ask-left-out": "kysymys niille, joilta toinen tiimi ei ole kysynyt",
  "free-ideas": "ideat, joiden vastuuhenkilö on lähtenyt tiimistä",
  "renew-drafts": "luonnos vetäjän keskustelussa",
  "read-team": "katson, ketkä ovat tiimissä",
  "send-news": "uutiset yhdelle henkilölle",
  "find-lead": "uuden vetäjän etsiminen",
  "tell-claim": "kysymys siitä, kuka vetää tiimiä",
  "ask-owner": "pyyntö ottaa idea vastuulleen",
  "ask-author": "kysymys kirjoittajalle",
  "ask-owner-again": "uusi kysymys vastuuhenkilölle",
  "tell-leads": "tieto vetäjille",
  "give-tip": "tulos toiselta tiimiltä",
  "erase-left": "tiimistä lähteneen tietojen poistaminen",
  "erase-alone": "minut poistaneen henkilön tietojen poistaminen",
  "erase-team": "tiimin poistaminen, josta minut on poistettu",
  "drop-old": "tiimin säilytysaikaa vanhempien tietojen poistaminen",
  "drop-file": "hakematta jääneen tiedoston unohtaminen",
  "tell-lead": "tieto vetäjälle",
  "tell-substitute": "tieto sijaiselle",
};

const jobs: Record<JobName, string> = {
  ...due,
  "welcome-team": "tervetuloviesti tiimille",
  "catch-up": "se, mikä muuttui tiimin levätessä",
  "ask-members": "kysymys kaikille",
  "move-question": "toinen aika yhden henkilön kysymykselle",
  "send-test": "vetäjän testi",
  "answered-elsewhere": "vastaus toiselle tiimille",
  "draft-to-lead": "luonnos vetäjälle",
  "renew-posts": "idea julkaisuissa",
  "renew-post": "julkaistu kooste",
  "review-to-lead": "katsaus vetäjälle",
  "post-review": "katsauksen julkaiseminen",
  "renew-review": "julkaistu katsaus",
  "post-board": "kokouksen taulu",
  "renew-board": "taulu kanavalla",
  "plan-with-owner": "suunnitelma vastuuhenkilön kanssa",
  "note-news": "idean uutisen merkitseminen",
  "tell-held": "tieto siitä, mikä jätettiin odottamaan",
  "tell-thanks": "kiitokset eteenpäin",
  "move-voices": "äänten siirto ideoiden välillä, jotka sanovat samaa",
  "take-words-back": "takaisin vedetyn idean poisto viesteistä",
  "blank-copies": "takaisin vedettyjen sanojen poisto julkaisujen kopioista",
  "show-passed": "idea koordinaattorien kanavalla",
  spread: "tuloksen tarjoaminen muille tiimeille",
  "take-tips-back": "tuloksen peruminen muilta tiimeiltä",
  "change-teams": "monen tiimin asetusten muutos",
  "tell-change": "tieto siitä, miten monen tiimin muutos sujui",
  "keep-act": "merkintä ylläpitäjille siitä, kuka teki mitä",
  "tell-status": "kaikkien tiimien tilanne",
  "tell-numbers": "kaikkien tiimien luvut",
  "send-file": "tiedoston vieminen jonkun OneDriveen",
  "tell-my-data": "henkilön tietojen kokoaminen",
  "erase-person": "henkilön tietojen poistaminen",
  "clear-erased": "siivous poiston jälkeen",
};

export const shared: SharedWords = {
  language: "fi",
  format: { weekday, day, date, month, nameOf, at, time, number, decimal },
  week: (round) => `viikko ${week(round)}`,
  voices,
  from: (name) => `kirjoittaja ${name}`,
  andMore: (n) => `ja ${count(n, { one: "muu", other: "muuta" })}`,
  dash: "–",
  colleague: "kollega",
  theTeam,
  refusals,
  buttons: {
    addAnother: "Lisää uusi",
    addDetails: "Kerro lisää",
    allIdeas: "Kaikki ideat",
    allTeams: "Kaikki tiimit",
    askEverybody: "Kysy kaikilta",
    ask: "Kysy",
    back: "Takaisin",
    changeDate: "Vaihda päivä",
    change: "Muuta",
    changeIt: "Muuta",
    changeTimes: "Muuta aikoja",
    choose: "Valitse",
    close: "Sulje",
    edit: "Muuta",
    giveBack: "Anna takaisin",
    holdBack: "Jätä odottamaan",
    isIdea: "Se on idea",
    isThere: "Se on siellä",
    leadNo: "Ei",
    leadThis: "Vedän tätä tiimiä",
    leadYes: "Kyllä, näin on",
    meToo: "Minäkin",
    takeVoiceBack: "Ota ääneni pois",
    myActions: "Omat tehtävät",
    myIdeas: "Omat ideat",
    mySettings: "Omat asetukset",
    newer: "Edelliset",
    newest: "Uusimmat",
    noThanks: "Ei kiitos",
    nothing: "Ei mitään nyt",
    notMe: "En minä",
    older: "Seuraavat",
    open: "Avaa",
    pause: "Tauko",
    postIt: "Julkaise",
    postNow: "Julkaise nyt",
    refresh: "Päivitä",
    release: "Ota taas mukaan",
    resume: "Jatka",
    deleteIdeasToo: "Poista myös ideani",
    keepIdeas: "Säilytä ne ilman nimeäni",
    save: "Tallenna",
    send: "Lähetä",
    sendAnyway: "Lähetä silti",
    sendTest: "Lähetä minulle testi",
    settings: "Asetukset",
    showDraft: "Näytä luonnos",
    take: "Otan tämän",
    askAuthor: "Kysy kirjoittajalta",
    answerHidden: "Vastaa ilman nimeä",
    answerNamed: "Vastaa nimelläni",
    wantToHelp: "Haluan auttaa",
    takeOrAsk: "Ota tai kysy",
    teamList: "Tiimien lista",
    tomorrow: "Kysy huomenna",
    spread: "Tarjoa muille",
    tryHere: "Kokeillaan meillä",
    notForUs: "Ei meille",
    tryIt: "Kokeile",
    undo: "Kumoa",
    weeks: (n) => count(n, { one: "viikko", other: "viikkoa" }),
    whatHappened: "Mitä tapahtui?",
    showAnyway: "Näytä silti",
    adopt: "Ota käyttöön",
    adjust: "Muuta ja kokeile taas",
    stop: "Lopeta",
    stopIdea: (n) => `Lopeta #${n}`,
    stopAndShare: "Lopeta ja kerro oppi",
    started: "Aloitin",
    onTrack: "Hyvin sujuu",
    needHelp: "Tarvitsen apua",
    testDone: "Kokeiltu",
    askAgain: "Kysy uudelleen",
    newOwner: "Kysy toiselta",
    passOn: "Siirrä",
    takePassed: "Otamme tämän",
    answer: "Vastaa",
    answerNow: "Vastaa nyt",
    sendBack: "Palauta",
    mute: "Lopeta seuraaminen",
    thanks: "Kiitos",
    reopen: "Avaa uudelleen",
    sameThing: "Sama asia",
    withdraw: "Vedä takaisin",
    whoSees: "Kuka näkee tämän",
    countSomething: "Laske jotakin",
    stopCounting: "Älä laske",
    saveNumber: "Tallenna luku",
    why: "Miksi näin käy?",
    writeIdea: "Kirjoita idea",
  },
  due,
  jobs,
};
