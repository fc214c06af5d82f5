/** The page on which `npm run cards` draws cards, with Microsoft's own renderer and Teams' look. */
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Rendered } from "../cards/index.ts";

export const themes = ["light", "dark"] as const;
export const widths = [340, 600] as const;
/** Port of the page, if it is free. */
const usualPort = 3990;

const startedAt = String(Date.now());

/** Teams' look as a host config, measured in its web client. */
const looks = {
  light: {
    page: "#f5f5f5",
    card: "#ffffff",
    text: "#242424",
    subtle: "#616161",
    line: "#e0e0e0",
    accent: "#5b5fc7",
    good: "#0e700e",
    warning: "#835b00",
    attention: "#c4314b",
    emphasis: "#f5f5f5",
    accentBox: "#e8ebfa",
    goodBox: "#e7f2da",
    attentionBox: "#fcf4f6",
    warningBox: "#fbf6d9",
    field: "#ffffff",
  },
  dark: {
    page: "#141414",
    card: "#292929",
    text: "#ffffff",
    subtle: "#adadad",
    line: "#525252",
    accent: "#9299f7",
    good: "#92c353",
    warning: "#f8d22a",
    attention: "#f9526b",
    emphasis: "#1f1f1f",
    accentBox: "#2f2f4a",
    goodBox: "#1f3314",
    attentionBox: "#3b1a20",
    warningBox: "#463100",
    field: "#1f1f1f",
  },
};

type Look = (typeof looks)["light"];

const hostConfig = (look: Look) => {
  const colour = (shade: string) => ({ default: shade, subtle: shade });
  const colours = {
    default: { default: look.text, subtle: look.subtle },
    dark: colour("#242424"),
    light: colour("#ffffff"),
    accent: colour(look.accent),
    good: colour(look.good),
    warning: colour(look.warning),
    attention: colour(look.attention),
  };
  const box = (backgroundColor: string) => ({ backgroundColor, foregroundColors: colours });
  return {
    fontFamily: '"Segoe UI", "DejaVu Sans Condensed", "Helvetica Neue", sans-serif',
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: look.line },
    supportsInteractivity: true,
    imageSizes: { small: 32, medium: 52, large: 100 },
    inputs: {
      label: {
        inputSpacing: "small",
        requiredInputs: { color: "default", size: "default", weight: "bolder", suffix: " *", suffixColor: "attention" },
        optionalInputs: { color: "default", size: "default", weight: "bolder" },
      },
      errorMessage: { color: "attention", size: "small", spacing: "small" },
    },
    actions: {
      maxActions: 6,
      spacing: "default",
      buttonSpacing: 8,
      showCard: { actionMode: "inline", inlineTopMargin: 16 },
      actionsOrientation: "horizontal",
      actionAlignment: "left",
    },
    containerStyles: {
      default: box(look.card),
      emphasis: box(look.emphasis),
      accent: box(look.accentBox),
      good: box(look.goodBox),
      attention: box(look.attentionBox),
      warning: box(look.warningBox),
    },
  };
};

const styleOf = (theme: string, look: Look) => `
.${theme} { background: ${look.page}; color: ${look.text}; }
.${theme} .frame { background: ${look.card}; border: 1px solid ${look.line}; }
.${theme} .text { background: ${look.card}; border: 1px solid ${look.line}; }
.${theme} .name, .${theme} .summary { color: ${look.subtle}; }
.${theme} button { color: ${look.text}; background: ${look.card}; border-color: ${look.line}; }
.${theme} button.style-positive { background: #5b5fc7; border-color: #5b5fc7; color: #fff; }
.${theme} input:not([type=checkbox]):not([type=radio]), .${theme} textarea, .${theme} select
  { background: ${look.field}; color: ${look.text}; border: 1px solid ${look.line}; border-bottom-color: ${look.subtle}; color-scheme: ${theme}; }
.${theme} ::placeholder { color: ${look.subtle}; }`;

const style = `
body { margin: 0; font: 14px "Segoe UI", "DejaVu Sans Condensed", "Helvetica Neue", sans-serif; }
nav { position: sticky; top: 0; z-index: 1; padding: 12px 16px; background: #fff; color: #242424; border-bottom: 1px solid #ddd; display: flex; gap: 16px; flex-wrap: wrap; }
nav label { display: flex; gap: 6px; align-items: center; }
section { padding: 16px; display: flex; flex-wrap: wrap; gap: 24px; align-items: flex-start; min-height: 100vh; }
.name { font-weight: 600; margin: 0 0 2px; }
.summary { font-size: 12px; margin: 0 0 8px; }
.frame { border-radius: 6px; overflow: hidden; }
.text { border-radius: 6px; padding: 10px 12px; line-height: 20px; }
button { font: 600 14px/20px "Segoe UI", "DejaVu Sans Condensed", sans-serif; padding: 5px 12px; border-radius: 4px; border: 1px solid; cursor: pointer; min-height: 32px; }
input:not([type=checkbox]):not([type=radio]), textarea, select { font: inherit; width: 100%; box-sizing: border-box; padding: 6px 10px; border-radius: 4px; }
textarea { min-height: 84px; resize: vertical; }
.ac-pushButton { overflow: hidden; text-overflow: ellipsis; }
${themes.map((theme) => styleOf(theme, looks[theme])).join("")}`;

/** The cards of each language, or of two languages joined by a plus. */
type Pictures = readonly { readonly language: string; readonly cards: readonly (Rendered & { readonly name: string })[] }[];

/** Script of the page: draws the chosen cards. */
const drawing = `
const chosen = new URLSearchParams(location.search);
const form = document.querySelector("nav");
for (const control of form.querySelectorAll("select, input")) {
  if (chosen.has(control.name)) control.value = chosen.get(control.name);
  control.addEventListener("change", () => {
    const next = new URLSearchParams([...form.querySelectorAll("select, input")].map((one) => [one.name, one.value]));
    location.search = next.toString();
  });
}
const theme = form.querySelector("[name=theme]").value;
const width = form.querySelector("[name=width]").value;
const language = form.querySelector("[name=language]").value;
const wanted = form.querySelector("[name=only]").value.split(",").map((one) => one.trim()).filter(Boolean);
const host = new AdaptiveCards.HostConfig(configs[theme]);
const section = document.querySelector("section");
section.className = theme;
for (const one of cards.find((each) => each.language === language).cards) {
  if (wanted.length > 0 && !wanted.some((start) => one.name.startsWith(start))) continue;
  const figure = document.createElement("div");
  figure.dataset.name = one.name;
  figure.style.width = width + "px";
  const name = figure.appendChild(document.createElement("p"));
  name.className = "name";
  name.textContent = one.name;
  const summary = figure.appendChild(document.createElement("p"));
  summary.className = "summary";
  summary.textContent = one.summary;
  if (one.card) {
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = host;
    card.onExecuteAction = (action) => {
      const failed = card.getAllInputs().some((input) => input.isVisible && !input.isValid());
      alert(action.title + (failed ? " (not filled in)" : "") + "\\n" + JSON.stringify(action.data ?? {}, null, 1));
    };
    card.parse(one.card);
    const frame = figure.appendChild(document.createElement("div"));
    frame.className = "frame";
    frame.appendChild(card.render());
  } else {
    const text = figure.appendChild(document.createElement("div"));
    text.className = "text";
    text.textContent = one.text;
  }
  section.appendChild(figure);
}
if (chosen.get("still") === null) setInterval(async () => {
  try {
    const version = await (await fetch("/version")).text();
    if (version !== startedAt) location.reload();
  } catch {}
}, 700);`;

const option = (values: readonly (string | number)[]) => values.map((value) => `<option>${value}</option>`).join("");
const inScript = (value: unknown) => JSON.stringify(value).replaceAll("<", "\\u003c");

const page = (cards: Pictures) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Gnist's cards</title>
<style>${style}</style>
<nav>
  <label>Language <select name="language">${option(cards.map(({ language }) => language))}</select></label>
  <label>Theme <select name="theme">${option(themes)}</select></label>
  <label>Width <select name="width">${option([...widths, 320])}</select></label>
  <label>Names that begin with <input name="only" placeholder="digest,receipt"></label>
</nav>
<section></section>
<script src="/adaptivecards.js"></script>
<script>
const cards = ${inScript(cards)};
const configs = ${inScript({ light: hostConfig(looks.light), dark: hostConfig(looks.dark) })};
const startedAt = ${inScript(startedAt)};
${drawing}
</script></html>`;

/** Serves a page with these cards on 127.0.0.1. */
export const servePage = async (cards: Pictures): Promise<Server> => {
  const renderer = await readFile(join(import.meta.dirname, "../node_modules/adaptivecards/dist/adaptivecards.min.js"));
  const html = page(cards);
  const server = createServer((request, response) => {
    const path = request.url?.split("?")[0];
    if (path === "/adaptivecards.js") response.setHeader("content-type", "text/javascript").end(renderer);
    else if (path === "/version") response.setHeader("content-type", "text/plain").end(startedAt);
    else if (path === "/") response.setHeader("content-type", "text/html; charset=utf-8").end(html);
    else response.writeHead(404).end();
  });
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, "127.0.0.1", () => {
        server.off("error", reject);
        resolve();
      });
    });
  await listen(usualPort).catch(() => listen(0));
  return server;
};

export const addressOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
