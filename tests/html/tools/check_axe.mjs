// Opens each page in Debian's Chromium, on a desk and on a phone, and lets axe-core judge it by WCAG 2.2 AA and
// its own best practices. Also finds pages that scroll sideways on a phone (WCAG 1.4.10) and requests to a network.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequire } from "node:module";
import puppeteer from "puppeteer-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const screens = [
  { name: "desk", width: 1280, height: 900 },
  { name: "phone", width: 320, height: 640 },
];
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--force-color-profile=srgb"],
});
let findings = 0;
for (const file of process.argv.slice(2)) {
  for (const screen of screens) {
    const page = await browser.newPage();
    await page.setBypassCSP(true); // the page forbids scripts, and axe is one
    await page.setViewport({ width: screen.width, height: screen.height });
    page.on("request", (request) => {
      if (!request.url().startsWith("file:") && !request.url().startsWith("data:")) {
        console.log(`${file} (${screen.name}): asks the network for ${request.url()}`);
        findings += 1;
      }
    });
    await page.goto(pathToFileURL(resolve(file)).href);
    // What is folded away must be printed, and a link to it must open it.
    const becomes = (condition, ...values) =>
      page.waitForFunction(condition, { timeout: 10000 }, ...values).then(() => true, () => false);
    await page.emulateMediaType("print");
    const printed = await becomes(() =>
      [...document.querySelectorAll("details > :not(summary)")].every((part) => part.checkVisibility({ contentVisibilityAuto: true })),
    );
    await page.emulateMediaType("screen");
    if (!printed) {
      console.log(`${file} (${screen.name}): folded parts would not be printed`);
      findings += 1;
    }
    const target = await page.evaluate(() => document.querySelector("details:not([open]) [id]")?.id);
    if (target !== undefined) {
      await page.evaluate((id) => (location.hash = id), target);
      if (!(await becomes((id) => document.getElementById(id).closest("details").open, target))) {
        console.log(`${file} (${screen.name}): a link to #${target} does not open what it lies in`);
        findings += 1;
      }
    }
    // What is folded away is judged too.
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    if (wide > room) {
      console.log(`${file} (${screen.name}): is ${wide} pixels wide, the screen has ${room}`);
      findings += 1;
    }
    await page.evaluate(axe);
    const result = await page.evaluate((values) => globalThis.axe.run({ runOnly: { type: "tag", values } }), tags);
    for (const violation of result.violations) {
      for (const node of violation.nodes) {
        console.log(`${file} (${screen.name}): ${violation.id}: ${violation.help}: ${node.html.slice(0, 200)}`);
        findings += 1;
      }
    }
    await page.close();
  }
}
await browser.close();
process.exit(findings === 0 ? 0 : 1);
