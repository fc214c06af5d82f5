import type { TeamsWords } from "../en/teams.ts";
import { count, ended, inTeam, intoTeam, number, outOfTeam, teamAsObject, teamsOwn } from "./shared.ts";

export const teams: TeamsWords = {
  welcome: {
    title: "Hei, olen Gnist",
    added: (addedBy, team) => `${addedBy ?? "Joku"} lisäsi minut ${intoTeam(team)}.`,
    what: "Kerran viikossa kysyn teiltä jokaiselta kahden kesken, mikä on ollut tiellä. Yksi rivi riittää.",
    after: "Täällä näette sitten, mitä tuli esiin, ja valitsette yhdessä, mitä kokeilette.",
    secret:
      "Gnist ei koskaan näytä, kuka kirjoitti mitä, ellet itse näytä nimeäsi. Työnantajasi tietohallinto voi tehdä hakuja Teams-keskusteluihin.",
    firstPrompt: "Ensimmäinen kysymys",
    firstDigest: "Ensimmäinen kooste",
    zone: "Aikavyöhyke",
    leads: "Tiimin vetäjä",
    noLead: "Ei vielä ketään",
    large: "Tämä on iso tiimi, joten odotan vetäjän lupaa.",
    personWhat: (team) =>
      `Kerran viikossa kysyn, mikä on ollut tiellä${team ? ` ${inTeam(team)}` : ""}. Yksi rivi riittää. Tiimisi näkee sen, ilman nimeäsi, ellet itse näytä sitä.`,
    stop: "Ensimmäisen vuorokauden aikana en kysy keneltäkään tässä tiimissä, ellei vetäjä kirjoita kysy nyt. Jos et halua kysymyksiä, kirjoita minulle tauko meidän omassa keskustelussamme.",
    personQuiet: (when) => `En kysy sinulta ennen kuin ${when}, ellei vetäjä kirjoita kysy nyt.`,
    personStop: "Jos et halua kysymyksiä, paina Tauko tai kirjoita tauko.",
    personAnyTime: "Onko jokin tiellä juuri nyt? Kirjoita se vain tähän.",
    noTeam: "En ole vielä missään tiimissäsi. Lisää minut tiimiin Teamsissa, niin aloitetaan.",
    help: "Kirjoita ohje, niin näet, mitä osaan.",
    local: "Toimii tällä koneella. Kirjoita seuraava, niin hyppäät seuraavaan asiaan, joka on vuorossa.",
  },
  lead: {
    claim: (name, team) => `${name} sanoo vetävänsä ${teamAsObject(team)}. Pitääkö se paikkansa?`,
    claimOpenly:
      "Tällä tiimillä ei ole nyt vetäjää. Asia on selvä, kun kaksi teistä on painanut Kyllä, näin on. Kahden hengen tiimissä riittää, että toinen painaa.",
    wanted: (team) =>
      `Kukaan ei enää vedä ${teamAsObject(team)}. Jos sinä vedät sitä nyt, paina painiketta. Jos jonkun pitää vahvistaa se, kysyn häneltä.`,
    wantedOwner: (team) =>
      `Viimeinen vetäjä on lähtenyt ${outOfTeam(team)}. Vastuullasi on siellä idea, joten kysyn ensin sinulta: vedätkö tiimiä nyt? Jos vedät, paina painiketta. Jos jonkun pitää vahvistaa se, kysyn häneltä.`,
    half: (name, team, more) =>
      `Kiitos. Tarvitaan vielä ${count(more, { one: "vahvistus", other: "vahvistusta" })}: ${name} vetää ${teamAsObject(team)}.`,
    claimTitle: "Kuka vetää tiimiä?",
    what: "Vetäjä näkee luonnoksen, ennen kuin kooste julkaistaan, ja voi muuttaa päiviä ja kellonaikoja. Gnist ei koskaan näytä, kuka kirjoitti mitä.",
    willAsk: (team, day) => `Kiitos. Kysyn ${day} joltakulta, joka voi vahvistaa, että vedät ${teamAsObject(team)}.`,
    asked: (team) => `Kiitos. Kysyin joltakulta, joka voi vahvistaa, että vedät ${teamAsObject(team)}.`,
    youNow: (team) => `Vedät nyt ${teamAsObject(team)}.`,
    youAlready: (team) => `Vedät jo ${teamAsObject(team)}.`,
    now: (name, team) => `${name} vetää nyt ${teamAsObject(team)}.`,
    already: (name, team) => `${name} vetää jo ${teamAsObject(team)}.`,
    not: (name, team) => `Merkitty: ${name} ei vedä ${teamAsObject(team)}.`,
    largeTitle: (size) => `Kysynkö kaikilta? Heitä on ${number(size)}.`,
    large: (team, when) => `${team} on iso tiimi, joten odotan lupaasi. Jos painat Kysy kaikilta, ensimmäinen kysymys lähtee ${when}.`,
    largeAgreed: (team, when) => `Kaikki ${teamsOwn(team)} jäsenet saavat kysymyksen ${when}.`,
  },
  substitute: {
    set: (name, until) => ended(`${name} on sijaisesi. Viimeinen päivä on ${until}`),
    tells: "Kerron sijaiselle.",
    tellsOn: (day) => `Kerron sijaiselle ${day}.`,
    setWhat: "Siihen asti luonnos ja muut vetäjän kortit menevät sijaiselle, eivät sinulle.",
    notReached: (name) => `${name} ei saa viestejäni. Kerro itse. Kunnes viestini tulevat perille, vetäjän kortit tulevat yhä sinulle.`,
    keeps: "Voit yhä tehdä kaiken itsekin. Jos haluat nähdä luonnoksen, kirjoita luonnos.",
    ended: (name) => `${name} ei ole sijaisesi. Vetäjän kortit tulevat sinulle.`,
    left: (name, team) => `${name} ei ole enää ${inTeam(team)} eikä sijaisesi. Vetäjän kortit tulevat taas sinulle.`,
    title: (name) => `Sinä sijaistat: ${name}`,
    until: (until) => ended(`Viimeinen päivä on ${until}`),
    what: "Siihen asti saat luonnoksen ja muut vetäjän kortit ja voit tehdä saman kuin vetäjä.",
    cannot: (name) => `Eikö se sovi? Ota yhteyttä: ${name}.`,
    over: (name) => `Sijaisuutesi on päättynyt: ${name}.`,
  },
};
