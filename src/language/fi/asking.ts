import type { AskingWords } from "../en/asking.ts";
import { fromTeam, inTeam } from "./shared.ts";

export const asking: AskingWords = {
  noted: {
    sentBeside: { below: "Se on alla, uudessa viestissä.", chat: "Se on meidän omassa keskustelussamme." },
    nothing: "Kiitos. Merkitty: ei mitään tällä viikolla.",
    later: (when) => `Kysyn sinulta uudelleen ${when}.`,
    askingNow: (team, when, again) =>
      `${again ? `Kysyn vielä niiltä ${inTeam(team)}, joilta ei ole kysytty` : `Kysyn nyt ${fromTeam(team)}`}. Kooste tulee ${when}.`,
    notWeekly: "Muuten en kysy täällä: Kysy tiimiltä joka viikko ei ole käytössä kohdassa Asetukset.",
    clockMoved: (when, what) =>
      `Kello siirtyi. Nyt: ${when}.${what.length > 0 ? ` Vuorossa: ${what.join(", ")}.` : " Mitään muuta ei ole vuorossa."}`,
    nextPrompt: (when) => `Seuraava kysymys tulee ${when}.`,
    anyTime: "Voit kirjoittaa minulle milloin vain.",
  },
  less: {
    offer: "Kolmeen viime kysymykseen ei tullut vastausta, eikä se haittaa. Kysynkö sinulta harvemmin? En kerro valinnastasi kenellekään.",
    every: { 2: "2 viikon välein", 4: "4 viikon välein" },
    asNow: "Kuten nyt",
    noted: {
      1: "Kysyn sinulta joka kerta, kun tiimiltäsi kysytään.",
      2: "Kysyn sinulta enintään 2 viikon välein.",
      4: "Kysyn sinulta enintään 4 viikon välein.",
    },
  },
};
