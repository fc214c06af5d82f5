/** Why Gnist does not run on this Node, by `engines` of package.json; undefined where it does. @param version such as v24.0.0 */
export const oldNode = (version: string): { readonly say: string; readonly tested: string; readonly mend: string } | undefined => {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22) return undefined;
  return { say: `Node ${version} is too old`, tested: "Gnist is tested with Node 22, 24 and 26.", mend: "Install Node 24 or newer." };
};

/** The whole of it in one line. */
export const sayOldNode = (version: string): string | undefined => {
  const old = oldNode(version);
  return old && `${old.say}. ${old.tested} To mend: ${old.mend}`;
};
