/** Longest address (characters) of the employer's own channel for reports of wrongdoing. */
export const longestLink = 500;

/** The address of a page on the web, if it is one that people can open safely: https, without a password in it, and of a host with a name. */
export const webLinkIn = (written: string): string | undefined => {
  const text = written.trim();
  if (text.length > longestLink || !URL.canParse(text)) return undefined;
  const { protocol, username, password, hostname, href } = new URL(text);
  const isSafe = protocol === "https:" && username === "" && password === "" && hostname.includes(".");
  return isSafe && href.length <= longestLink ? href : undefined;
};
