import type { Finding } from "../domain/overview/findings.ts";
import { sayFinding } from "../language/findings.ts";
import { wordsOf } from "../language/index.ts";
import { broken, type CheckEnd, warning } from "./check-end.ts";

/** A fault that Gnist tells in one sentence with its remedy ("… To resolve, …"), as a result. */
export const faultSaid = (fault: unknown, why: string): CheckEnd => {
  const said = fault instanceof Error ? fault.message : String(fault);
  const [say = "", ...mend] = said.split(/\s*\bTo resolve, /);
  return broken(say, why, ...mend.map((one) => one.charAt(0).toUpperCase() + one.slice(1)));
};

/** A finding that `status` shows to admins too, in the words that Gnist has for it there: the quotation marks say that Gnist speaks. */
export const findingSaid = (finding: Finding, is: "warning" | "broken", why: string): CheckEnd => {
  const { what, mend } = sayFinding(finding, wordsOf("en"));
  return (is === "warning" ? warning : broken)(`“${what}”`, why, mend);
};
