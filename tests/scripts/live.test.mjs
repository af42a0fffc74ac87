// live.js: which of the messages of one pause of typing are read out.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { AT_ONCE, asked, countWithTheOthers, FINDING, NEWS, say } from "../../static/js/live.js";
import { open } from "./page.mjs";

const ROOM = `<form><textarea></textarea><div class="count"></div></form>`;
let page, checked, saved;
const aloud = (line) => line.ariaLive === "polite";

beforeEach(() => {
  page = open(`${ROOM}<p role="status" id="checked"></p><p role="status" id="saved"></p>`);
  [checked, saved] = ["#checked", "#saved"].map(page.find);
  for (const line of [checked, saved]) asked(line);
});

test("what is found waits for the save, and stays silent behind what weighs more", () => {
  say(checked, "1 point", FINDING);
  assert.equal(checked.textContent, "");
  say(saved, "Not saved", AT_ONCE);
  assert.deepEqual([aloud(saved), aloud(checked), checked.textContent], [true, false, "1 point"]);
});

test("what comes after something was read out is shown in silence until the next key", () => {
  say(saved, "Not saved", AT_ONCE);
  say(checked, "1 point", FINDING);
  assert.deepEqual([aloud(checked), checked.textContent], [false, "1 point"]);
  asked(checked);
  say(checked, "2 points", FINDING);
  assert.equal(aloud(checked), true);
});

test("of two that wait, the one that weighs more is read out, and told so", () => {
  const heard = [];
  say(saved, "Saved", NEWS, () => heard.push("saved"));
  say(checked, "1 point", FINDING, () => heard.push("checked"));
  assert.deepEqual([heard, aloud(saved), saved.textContent], [["checked"], false, "Saved"]);
});

test("the room that a field has left waits with the others", async () => {
  const count = page.find(".count");
  countWithTheOthers(count);
  count.textContent = "9 characters left";
  await new Promise((done) => setTimeout(done));
  const line = count.nextElementSibling;
  assert.deepEqual([count.hidden, line.textContent], [true, ""]);
  say(saved, "Not saved", AT_ONCE);
  assert.deepEqual([aloud(line), line.textContent], [false, "9 characters left"]);
});
