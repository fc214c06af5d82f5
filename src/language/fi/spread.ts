import type { SpreadWords } from "../en/spread.ts";

export const spread: SpreadWords = {
  spread: {
    formTitle: "Tarjotaanko muille tiimeille?",
    formWhat:
      "Vetäjät, joiden tiimillä on samanlainen avoin idea, lukevat nämä rivit sellaisina kuin jätät ne tähän. He eivät näe, mikä tiimi on kyseessä, eivätkä kenenkään nimeä: poista nimet myös tekstistä.",
    tried: "Kokeiltu:",
    done: "Tarjottu muille tiimeille",
    doneWhat:
      "Vetäjät, joiden tiimillä on samanlainen avoin idea, saavat rivit työpäivänä, jos heidän tiiminsä ottaa vastaan muiden tuloksia. Tiimi saa enintään kaksi viikossa, joten siihen voi mennä hetki.",
    back: "Tarjous on peruttu",
    backWhat:
      "Kukaan ei saa sitä enää, ja poistan sen sanat keskusteluista, joissa ne ovat. Kokeilu, jonka jokin tiimi on jo valinnut, jää sille tiimille.",
  },
  tip: {
    title: "Toinen tiimi on ratkaissut samanlaisen asian",
    shared: (words) => `Yhteistä: ${words}`,
    theirs: "Toiselta tiimiltä",
    seen: "En kerro, mikä tiimi se on, eikä teidän ideastanne kerrota sille mitään.",
    tried: "Kokeilette tätä",
    triedWhat: "Se on ensimmäisenä kokeiluissa, joista vastuuhenkilö voi valita.",
    owned: (name) => `Vastuuhenkilö: ${name}. Näytä hänelle nämä rivit.`,
    refused: "Ei teille: tämä koskee kaikkia tiiminne vetäjiä.",
    over: "Toinen tiimi on perunut tuloksensa, joten sen sanat ovat poissa täältä.",
  },
};
