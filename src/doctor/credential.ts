import type { Config } from "../config.ts";
import { askToken } from "../teams/ask-token.ts";
import { signInMeaning, signInWay } from "../teams/sign-in-meaning.ts";
import { broken, type CheckEnd, notChecked, ok } from "./check-end.ts";

const why = "Without a token Gnist can write nothing to anybody in Teams.";

/** Whether Microsoft Entra gives the bot a token, which is really asked for. */
export const checkCredential = async ({ local, bot, identity }: Pick<Config, "local" | "bot" | "identity">): Promise<CheckEnd> => {
  if (local) return notChecked("Gnist runs locally, without a bot's credential");
  try {
    await askToken(bot, identity);
    return ok("Microsoft Entra gave the bot a token");
  } catch (fault) {
    const { code, say, mend } = signInMeaning(fault, signInWay(bot, identity));
    return broken(code === undefined ? say : `${say} (${code})`, why, mend);
  }
};
