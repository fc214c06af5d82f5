import { createHash } from "node:crypto";
import type { Language } from "../domain/language.ts";
import { languageOf } from "../domain/language.ts";
import type { FileKind } from "../domain/records/file.ts";
import { wordsOf } from "../language/index.ts";

/** A page as the door gives it out. `policy`: its content security policy. */
export type FilePage = { readonly html: string; readonly policy: string };

const style = `:root{color-scheme:light dark}
body{margin:0;font:1.0625rem/1.5 "Segoe UI",system-ui,sans-serif;background:#f5f7f7;color:#1b2a2d}
main{box-sizing:border-box;max-width:36rem;margin:0 auto;padding:2rem 1.25rem}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .5rem;overflow-wrap:anywhere}
p{margin:.5rem 0;overflow-wrap:anywhere}
.q{color:#45585c}
button{font:inherit;font-weight:600;margin:1.25rem 0 .5rem;padding:.75rem 1.5rem;min-height:2.75rem;border:0;border-radius:.375rem;background:#143c44;color:#fff;cursor:pointer}
button:focus-visible{outline:3px solid #d27b00;outline-offset:3px}
@media(prefers-color-scheme:dark){body{background:#12191b;color:#e9f0f1}.q{color:#b3c3c6}button{background:#a9dbe4;color:#0b1f24}}
@media(forced-colors:active){button{border:2px solid ButtonText}}`;

/** No script, nothing from elsewhere, in no frame of another page. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text of people, as text. Characters that turn the direction of what follows go. */
const safe = (text: string): string =>
  text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069\u200E\u200F]/gu, " ").replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

const pageOf = (language: Language, title: string, body: string): FilePage => ({
  policy,
  html: `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${safe(title)} · Gnist</title><style>${style}</style></head>
<body><main>${body}</main></body></html>
`,
});

const paragraph = (text: string, look = ""): string => `<p${look}>${safe(text)}</p>`;

/** The page of a file that can be taken. @param action the address of its bytes, relative to the page's own @param until `HH:mm` in the reader's zone */
export const offerPage = (
  file: { readonly kind: FileKind; readonly teamName: string; readonly name: string; readonly language: Language },
  action: string,
  until: { readonly at: number; readonly zone: string },
): FilePage => {
  const { files, format } = wordsOf(file.language);
  const { title, has, lacks } = files.kinds[file.kind];
  const heading = file.teamName === "" ? title : `${title}: ${file.teamName}`;
  return pageOf(
    file.language,
    heading,
    [
      `<h1>${safe(heading)}</h1>`,
      ...has.map((text) => paragraph(text)),
      paragraph(lacks, ' class="q"'),
      `<form method="get" action="${safe(action)}"><button type="submit">${safe(files.page.download)}</button></form>`,
      paragraph(file.name, ' class="q"'),
      paragraph(files.page.until(format.time(until.at, until.zone)), ' class="q"'),
      paragraph(files.made, ' class="q"'),
    ].join("\n"),
  );
};

/** The page instead of a file: one that is not here, whatever the reason, or that has to wait. @param accepted the languages that a browser asks for */
export const otherPage = (what: "gone" | "busy", accepted: string | undefined): FilePage => {
  const wanted = (accepted ?? "")
    .slice(0, 200)
    .split(",")
    .map((part) => languageOf(part.split(";")[0]?.trim()));
  const language = wanted.find((one) => one !== undefined) ?? "en";
  const said = wordsOf(language).files.page[what];
  return pageOf(language, said.title, `<h1>${safe(said.title)}</h1>\n${paragraph(said.what)}`);
};
