// autosave.js: what is typed is saved once, and never lost.
import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { open, pass, text } from "./page.mjs";

const FORM = `
  <h1><span>Band 5</span> Purpose</h1>
  <form action="/vacancies/1/purpose/">
    <input type="hidden" name="csrfmiddlewaretoken" value="token-1">
    <input type="hidden" name="version_token" value="seen-1">
    <textarea name="purpose">Run the library.</textarea>
    <button>Save</button>
  </form>
  <div data-autosave="new" data-person="7"><p role="status"></p></div>
`;

beforeEach(() => mock.timers.enable({ apis: ["setTimeout", "Date"] }));
afterEach(() => mock.timers.reset());

async function opened(markup = FORM, before = () => {}) {
  const page = open(markup);
  before();
  await page.load("autosave.js");
  return page;
}

const bodies = (page) => page.requests.map(({ body }) => body?.get("purpose"));
const kept = () => Object.keys(localStorage).filter((key) => key.startsWith("unsaved:"));

test("a pause of typing saves once, with the words as they stand", async () => {
  const page = await opened();
  page.answer({ saved_at: "14:02", version_token: "seen-2" });
  page.type("textarea", "Run");
  await pass(1000);
  page.type("textarea", "Run it");
  await pass(1499);
  assert.equal(page.requests.length, 0);
  await pass(1);
  assert.deepEqual(bodies(page), ["Run it"]);
  assert.equal(page.requests[0].headers["X-Autosave"], "1");
  assert.equal(text(page.find("[role=status]")), "Saved at 14:02");
  assert.equal(page.find("[name=version_token]").value, "seen-2");
  assert.deepEqual(kept(), []);
});

test("words typed while a save is under way are saved after it", async () => {
  const page = await opened();
  page.answer(
    { saved_at: "14:02", version_token: "seen-2" },
    { saved_at: "14:03", version_token: "seen-3" },
  );
  page.type("textarea", "One");
  mock.timers.tick(1500);
  page.type("textarea", "One two");
  await pass(0);
  assert.equal(kept().length, 1);
  await pass(1500);
  assert.deepEqual(bodies(page), ["One", "One two"]);
  assert.equal(page.requests[1].body.get("version_token"), "seen-2");
  assert.deepEqual(kept(), []);
});

test("without a connection the same words go out again, and stay in the browser until then", async () => {
  const page = await opened();
  page.answer(new Error("gone"), { saved_at: "14:05", version_token: "seen-2" });
  page.type("textarea", "Kept");
  await pass(1500);
  assert.equal(kept().length, 1);
  await pass(3000);
  assert.deepEqual(bodies(page), ["Kept", "Kept"]);
  assert.deepEqual(kept(), []);
});

test("a page whose token is old takes a new one, once, and saves", async () => {
  const page = await opened();
  const fresh = '<main><form><input name="csrfmiddlewaretoken" value="token-2"></form></main>';
  page.answer(
    { ok: false, status: 403 },
    { text: async () => fresh },
    { saved_at: "14:06", version_token: "seen-2" },
  );
  page.type("textarea", "Signed in again");
  await pass(1500);
  await pass(0);
  assert.equal(page.requests.at(-1).body.get("csrfmiddlewaretoken"), "token-2");
  assert.equal(text(page.find("[role=status]")), "Saved at 14:06");
});

test("what another window saved is asked about at the field, and nothing is saved until then", async () => {
  const inGroup = "<input name=hours><div class=nhsuk-form-group><textarea";
  const grouped = FORM.replace("<textarea", inGroup).replace("</textarea>", "</textarea></div>");
  const page = await opened(grouped);
  const spans = [
    ["same", "Run"],
    ["added", "mine"],
    ["removed", "theirs"],
  ]; // prettier-ignore
  page.answer({ changed_meanwhile: [["Purpose", "Run theirs", spans]], version_token: "seen-9" });
  page.type("textarea", "Run mine");
  await pass(1500);
  assert.equal(page.find("ins").lastChild.textContent.trim(), "mine");
  assert.equal(page.find("del").lastChild.textContent.trim(), "theirs");
  page.type("textarea", "Run mine too");
  await pass(5000);
  assert.equal(page.requests.length, 1);
  page.answer({ saved_at: "14:07", version_token: "seen-10" });
  page.find(".nhsuk-form-group + section button").focus();
  page.find("button[type=button]").click();
  await pass(0);
  assert.equal(page.window.document.activeElement, page.find("textarea"));
  assert.deepEqual(
    [page.requests[1].body.get("version_token"), bodies(page)[1]],
    ["seen-9", "Run mine too"],
  );
});

test("each row of many goes on from what was saved of it, and a new one is added once", async () => {
  const rows = `<input type="hidden" name="rows-new-1-stored_as" value="">
    <input type="hidden" name="rows-7-version_token" value="old">`;
  const page = await opened(FORM.replace("<textarea", `${rows}<textarea`));
  const seen = {
    version_token: "7,9",
    "rows-new-1-stored_as": "9",
    "rows-7-version_token": "new",
    "rows-8-version_token": "x",
  };
  page.answer(
    { saved_at: "14:08", version_token: seen },
    { saved_at: "14:09", version_token: seen },
  );
  page.type("textarea", "A duty");
  await pass(1500);
  page.type("textarea", "A duty, better");
  await pass(1500);
  const { body } = page.requests[1];
  const sent = ["version_token", "rows-new-1-stored_as", "rows-7-version_token"].map((name) =>
    body.get(name),
  );
  assert.deepEqual(sent, ["7,9", "9", "new"]);
});

test("words that could not be saved stay, and the status says so", async () => {
  for (const answer of [
    { errors: { purpose: ["Write the purpose"] } },
    { ok: false, status: 404 },
    { ok: false, status: 0, type: "opaqueredirect" },
    { ok: false, status: 500 },
  ]) {
    const page = await opened();
    page.answer(answer);
    page.type("textarea", "Words");
    await pass(1500);
    assert.match(text(page.find("[role=status]")), /^Not saved/);
    assert.equal(kept().length, 1);
  }
});

test("whoever answers the offer of unsaved words is at their field, and hears what became of them", async () => {
  const folded = "<input name=hours><details><textarea";
  const markup = FORM.replace("<textarea", folded).replace("</textarea>", "</textarea></details>");
  const words = { path: "/vacancies/1/purpose/", person: "7", fields: [["purpose", "Mine"]] };
  const store = (at) => localStorage.setItem("unsaved:x:y", JSON.stringify({ ...words, at }));
  for (const [answer, stands, said] of [
    ["first", "Mine", /back/],
    ["last", "Run the library.", /deleted/],
  ]) {
    const page = await opened(markup, () => store(Date.now()));
    const button = page.find(`section button:${answer}-of-type`);
    button.focus();
    button.click();
    await pass(0);
    assert.equal(page.window.document.activeElement, page.find("textarea"));
    assert.equal(page.find("textarea").value, stands);
    assert.equal(page.find("details").open, true);
    assert.match(text(page.find("[role=status]")), said);
    await pass(200);
    assert.equal(page.find("section"), null);
  }
});

test("of many rows, the words that somebody changed are kept and put back, and no others", async () => {
  const row = (name, text) => `<input name="rows-${name}-text" value="${text}">`;
  const rows = FORM.replace("<textarea", `${row("7", "Theirs")}${row("8", "Mine")}<textarea`);
  const page = await opened(rows);
  page.answer(new Error("gone"));
  page.type("[name=rows-8-text]", "Mine, better");
  await pass(1500);
  const [key] = Object.keys(localStorage).filter((one) => one.startsWith("unsaved:"));
  const kept = JSON.parse(localStorage.getItem(key)).fields.filter(([name]) =>
    name.includes("rows"),
  );
  assert.deepEqual(kept, [["rows-8-text", "Mine, better"]]);
});
