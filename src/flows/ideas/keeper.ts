import { ideaIdOf } from "../../domain/ids.ts";
import { readWaitingText, type StoredWaiting } from "../../store/waiting.ts";
import type { Answer } from "../flow.ts";
import { type NamesTeam, readTurn, type Turn } from "../right.ts";
import type { Route } from "../route.ts";
import { type About, readAbout } from "./about-idea.ts";

/** A turn about a text without a trace, as its secret finds it: it waits, or its team has been shown it. */
export type KeptTurn = Turn & { readonly waiting?: StoredWaiting; readonly shown?: About };

const forKeeper =
  (evenRemoved: boolean) =>
  <What>(flow: (what: What, turn: KeptTurn) => Promise<Answer>): Route<What & NamesTeam & { readonly secret: string }> => ({
    right: "holder",
    run: async (what, scene, ports) => {
      const id = ideaIdOf(what.secret);
      const look = async () => {
        const [waiting, about] = await Promise.all([
          readWaitingText(ports.rows, what.team, id),
          readAbout({ team: what.team, idea: id }, scene.who.person, ports),
        ]);
        return { ...(waiting ? { waiting } : {}), ...(about?.stored.idea.withoutTrace ? { shown: about } : {}) };
      };
      const [stood, first] = await Promise.all([readTurn(what.team, scene, ports, evenRemoved), look()]);
      if ("no" in stood) return stood.no;
      // The second look is for a text that was shown during the first one.
      const found = first.waiting || first.shown ? first : await look();
      return flow(what, { ...stood.got, ...found });
    },
  });

/** For the receipt of a text without a trace: its secret is the right. */
export const keeper = { now: forKeeper(false), ever: forKeeper(true) } as const;
