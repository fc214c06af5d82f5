import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import { chromium as browserType } from "playwright-core";

/** Draws the icons of the Teams app from their SVGs: `npx tsx manifest/icons.ts`. Only needed when a drawing has changed; the PNGs are kept. */

const folder = import.meta.dirname;
const icons = [
  { from: "icon.svg", to: "color.png", size: 192 },
  { from: "outline.svg", to: "outline.png", size: 32 },
] as const;

const browser = await browserType.launch({ executablePath: await chromium.executablePath(), args: ["--no-sandbox", "--disable-gpu"] });
for (const { from, to, size } of icons) {
  const svg = await readFile(join(folder, from), "utf8");
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
  // A canvas holds colours multiplied by their transparency, so a half transparent white may come back a shade darker: whiten what is drawn in white.
  const url = await page.evaluate(
    async ({ size, white }) => {
      const image = new Image();
      image.src = `data:image/svg+xml,${encodeURIComponent(document.querySelector("svg")?.outerHTML ?? "")}`;
      await image.decode();
      const canvas = Object.assign(document.createElement("canvas"), { width: size, height: size });
      const context = canvas.getContext("2d");
      if (!context) throw new Error("No canvas");
      context.drawImage(image, 0, 0);
      if (white) {
        const pixels = context.getImageData(0, 0, size, size);
        for (let at = 0; at < pixels.data.length; at += 4) pixels.data.fill(255, at, at + 3);
        context.putImageData(pixels, 0, 0);
      }
      return canvas.toDataURL("image/png");
    },
    { size, white: from === "outline.svg" },
  );
  await writeFile(join(folder, to), Buffer.from(url.split(",")[1] ?? "", "base64"));
  await page.close();
  console.log(`manifest/${to} drawn from manifest/${from}`);
}
await browser.close();
