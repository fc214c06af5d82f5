import type { RecordsWords } from "../en/records.ts";

export const records: RecordsWords = {
  files: {
    kinds: {
      "team-export": {
        title: "Tiimin asiakirjat",
        has: [
          "Julkaistu: ideat, jotka tiimi on nähnyt, niiden vaiheet, jokainen julkaisu versioineen, muistiot ja luvut.",
          "Erikseen se, mikä on vain kirjoitettu: ideat, joita mikään julkaisu ei ole vielä näyttänyt, ilman aikaa ja ilman järjestystä.",
          "Lue minut -tiedosto selittää tiedostot ja sarakkeet ja kertoo, kuka on päättänyt säilytysajan.",
        ],
        lacks:
          "Ei mukana: kirjoittajien nimiä, elleivät he ole halunneet näyttää niitä; jäljettömiä tekstejä, jotka odottavat; ketään, jolta on kysytty idean ottamista ja joka ei ole suostunut.",
      },
      "measures-export": {
        title: "Kaikkien tiimien luvut",
        has: ["Lukumäärät viikoittain tiimeistä, joissa on vähintään viisi ihmistä. Pienemmät tiimit lasketaan yhteen."],
        lacks: "Ei mukana: ideoiden sanoja, nimiä tai mitään yhdestä ihmisestä.",
      },
    },
    anyone: "Jokainen, jolla on tämä linkki, voi hakea tiedoston. Se toimii 15 minuuttia, ja kerran.",
    made: "Teen tiedoston, kun haet sen, enkä säilytä kopiota.",
    asks: "Teams kysyy seuraavassa viestissä, saanko viedä tiedoston OneDriveesi. Sen näyttämä koko on arvio.",
    get: "Hae tiedosto",
    coming: "Teen tiedostoa. Se tulee tähän, kun se on OneDrivessasi.",
    declined: "Vastasit ei, joten tiedostoa ei tehty.",
    sent: "Tiedosto on OneDrivessasi.",
    failed: {
      over: "Tätä tiedostoa ei voi enää hakea: aika on kulunut umpeen, tai et saa sitä enää. Pyydä se uudelleen.",
      "too-large": "Tiedosto on liian suuri Teamsin kautta vietäväksi. Gnistin ylläpitäjä voi asettaa latausosoitteen (GNIST_URL).",
      "not-taken": "OneDrivesi ei ottanut tiedostoa vastaan. Pyydä se uudelleen.",
    },
    page: {
      download: "Lataa",
      until: (time: string) => `Linkki toimii kello ${time} asti, ja kerran.`,
      gone: {
        title: "Tiedosto ei ole täällä",
        what: "Linkki on liian vanha, jo käytetty tai vajaa. Pyydä tiedosto Gnistiltä uudelleen chatissasi.",
      },
      busy: { title: "Odota hetki", what: "Juuri nyt tehdään monta tiedostoa. Palaa takaisin, odota minuutti ja paina Lataa uudelleen." },
    },
  },
};
