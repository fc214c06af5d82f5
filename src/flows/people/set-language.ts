import type { CommandFlow } from "../flow.ts";
import { saveFacts } from "./remember-person.ts";

/** `language svenska` sets the language; `language` alone says which there are. */
export const setLanguage: CommandFlow<"language"> = async (command, scene, ports) => {
  const { language } = command;
  if (!language) return { say: "which-language" };
  await saveFacts(scene, ports, { language });
  return { message: { say: "language-set", language }, language };
};
