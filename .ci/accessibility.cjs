// Each page in the dark and in the light, on a phone and on a desk:
//     node accessibility.cjs BROWSER FOLDER
// A line a view; exit status 1 if anything is wrong with one of them.
const fs = require("fs");
const path = require("path");
const { pathToFileURL } = require("url");
const { chromium } = require("playwright-core");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const [browserPath, folder] = process.argv.slice(2);
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
              "best-practice"];
const VIEWS = [];
for (const width of [360, 1280]) {
  for (const scheme of ["light", "dark"]) {
    VIEWS.push({ width, scheme, axe: false });
  }
}
// Axe takes seconds a view. An opened page holds all that a folded one holds,
// and all pages are made of the same parts: so one view a page, in turn.
const AXE = [{ width: 360, scheme: "light", axe: true },
             { width: 1280, scheme: "dark", axe: true }];

// What a page did that it must not do.
function listen(page, context, faults) {
  page.on("console", (message) => faults.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("popup", () => faults.push("a window was opened"));
  page.on("download", () => faults.push("a download was started"));
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith("file:") && url !== "data:,") {
      faults.push(`request: ${url}`);
    }
  });
}

// Runs in the page: what is wider than the window, and what is strange.
function measure() {
  const faults = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    faults.push(`the page is ${root.scrollWidth} wide, the window `
                + `${root.clientWidth}`);
  }
  for (const element of document.querySelectorAll("body *")) {
    const box = element.getBoundingClientRect();
    if (!element.closest("svg") && box.width && box.right > root.clientWidth
        + 1) {
      faults.push(`${element.tagName} ends at ${Math.round(box.right)}`);
      break;
    }
  }
  const strange = document.querySelectorAll(
    "script, iframe, object, embed, form, input, img, base, foreignObject, "
    + "animate, set, use, image, body style, body link, body meta");
  if (strange.length) faults.push(`strange: ${strange[0].outerHTML}`);
  return faults;
}

async function look(browser, file, view) {
  const faults = [];
  // The test adds axe as a script, which the page itself forbids.
  const context = await browser.newContext({
    viewport: { width: view.width, height: 900 }, colorScheme: view.scheme,
    bypassCSP: view.axe });
  const page = await context.newPage();
  listen(page, context, faults);
  await page.goto(pathToFileURL(file).href);
  for (const opened of [false, true]) {
    if (opened) {
      await page.evaluate(() => {
        for (const one of document.querySelectorAll("details")) {
          one.open = true;
        }
      });
    }
    if (!view.axe) faults.push(...await page.evaluate(measure));
  }
  if (view.axe) faults.push(...await violations(page));
  await context.close();
  return faults;
}

async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate((tags) => window.axe.run(document, {
    runOnly: tags, resultTypes: ["violations"] }), TAGS);
  return found.violations.map((one) => `axe ${one.id}: ${one.help} `
    + `(${one.nodes.length} times, first ${one.nodes[0].html})`);
}

// A page with one fault of each kind: what finds nothing in it is broken.
const BAD = `<!DOCTYPE html><html lang="en"><head><title>x</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
</head><body><main><h1>x</h1><p><font color="#eeeeee">pale</font></p>
<table width="3000"><tr><td>wide</td></tr></table>
<img src="http://127.0.0.1:9/x.png"><script>alert(1)</script>
</main></body></html>`;

async function control(browser) {
  const file = path.join(folder, "bad.htm");
  fs.writeFileSync(file, BAD);
  const view = { width: 360, scheme: "light" };
  const text = [...await look(browser, file, { ...view, axe: false }),
                ...await look(browser, file, { ...view, axe: true })]
    .join("\n");
  const missing = ["console:", "dialog:", "request:", "strange:", "wide,",
                   "axe color-contrast", "axe image-alt"].filter((word) =>
    !text.includes(word));
  if (missing.length) {
    throw new Error(`the check is blind for: ${missing.join(" ")}\n${text}`);
  }
}

async function main() {
  const browser = await chromium.launch({
    executablePath: browserPath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-sync",
           "--disable-background-networking",
           "--disable-component-update"] });
  await control(browser);
  const pages = fs.readdirSync(folder).filter((name) =>
    name.endsWith(".html")).sort();
  let wrong = pages.length ? 0 : 1;
  for (const [place, name] of pages.entries()) {
    for (const view of [...VIEWS, AXE[place % AXE.length]]) {
      const faults = await look(browser, path.join(folder, name), view);
      const words = `${name} ${view.width} ${view.scheme} `
        + (view.axe ? "axe" : "as it is");
      console.log(`${faults.length ? "wrong" : "ok   "} ${words}`);
      for (const fault of faults.slice(0, 20)) {
        console.log(`      ${fault.slice(0, 400)}`);
      }
      wrong += faults.length;
    }
  }
  await browser.close();
  console.log(wrong ? `${wrong} faults` : "no faults");
  process.exitCode = wrong ? 1 : 0;
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
