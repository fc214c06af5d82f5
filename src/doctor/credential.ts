import type { Config } from "../config.ts";
import { broken, type CheckEnd, notChecked, ok } from "./check-end.ts";

const why = "Without a token Gnist can write nothing to anybody in Teams.";

/** Whether Microsoft Entra gives the bot a token, which is really asked for. */
export const checkCredential = async ({ local, bot, identity }: Pick<Config, "local" | "bot" | "identity">): Promise<CheckEnd> => {
  if (local) return notChecked("Gnist runs locally, without a bot's credential");
  const [{ askToken }, { signInMeaning, signInWay }] = await Promise.all([
    import("../teams/ask-token.ts"),
    import("../teams/sign-in-meaning.ts"),
  ]);
  try {
    await askToken(bot, identity);
    return ok("Microsoft Entra gave the bot a token");
  } catch (fault) {
    const { code, say, mend } = signInMeaning(fault, signInWay(bot, identity));
    return broken(code === undefined ? say : `${say} (${code})`, why, mend);
  }
};
