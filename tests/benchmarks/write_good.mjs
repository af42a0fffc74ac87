// Checks a text with write-good as often as asked: the first line is the text as JSON, then each
// line is one request, answered with the number of points found.
import { createInterface } from "node:readline";
import { createRequire } from "node:module";

const writeGood = createRequire(import.meta.url)("write-good");
let text = null;
for await (const line of createInterface({ input: process.stdin })) {
  if (text === null) text = JSON.parse(line);
  else process.stdout.write(`${writeGood(text).length}\n`);
}
