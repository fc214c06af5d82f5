import type { Finding } from "../domain/overview/findings.ts";
import type { Words } from "./index.ts";

/** A finding in words: the fact, and the way to mend it, a sentence or two each. */
type SaidFinding = { readonly what: string; readonly mend: string };

/** Says a finding in the words that `status` and the doctor share. */
export const sayFinding = (finding: Finding, { status: { parts }, settings }: Words): SaidFinding => {
  switch (finding.finding) {
    case "days-off-end": {
      const { what, mend } = parts.daysOffEnd;
      return {
        what: what(
          finding.countries.map((country) => settings.countries[country]),
          finding.year,
        ),
        mend,
      };
    }
    case "disk-low":
      return { what: parts.diskLow.what(finding.freeMb, finding.neededMb), mend: parts.diskLow.mend };
    case "store-down":
      return parts.storeDown;
    case "queue-down":
      return parts.queueDown;
    case "no-url":
      return parts.noUrl;
    case "clock-off":
      return { what: parts.clockOff.what(Math.max(1, Math.round(Math.abs(finding.seconds) / 60))), mend: parts.clockOff.mend };
  }
};
