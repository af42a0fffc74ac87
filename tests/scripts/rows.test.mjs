// rows.js: a column is added up, rows are dragged into order, and a row is added in place.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open, text } from "./page.mjs";

const row = (name, share) => `
  <tr data-row="${name}" id="row-${name}"><th></th><td>
    <label for="id_rows-${name}-text">${name === "new-1" ? "New duty" : "Duty"}</label>
    <textarea id="id_rows-${name}-text" name="rows-${name}-text"></textarea>
    <input name="rows-${name}-share" value="${share}">
    <input type="hidden" name="rows-${name}-version_token" value="digest-${name}">
    <input type="hidden" name="rows-${name}-stored_as" value="">
  </td></tr>`;
const PAGE = `
  <form>
    <input type="hidden" name="order" value="5,7,new-1">
    <p data-sum="share"><strong></strong></p>
    <table><tbody>${row("5", "30")}${row("7", "40")}${row("new-1", "")}</tbody></table>
    <button name="do" value="add">Add</button>
  </form>`;

async function opened() {
  const page = open(PAGE, { path: "/vacancies/1/duties/" });
  const rows = [...page.window.document.querySelectorAll("tr")];
  rows.forEach((one, place) => {
    one.getBoundingClientRect = () => ({ top: place * 10, height: 10 });
  });
  await page.load("rows.js");
  return page;
}

test("the shares add up while they are typed", async () => {
  const page = await opened();
  assert.equal(text(page.find("[data-sum] strong")), "70");
  page.type("[name=rows-7-share]", "70");
  assert.equal(text(page.find("[data-sum] strong")), "100");
});

test("a row that is dragged changes the order that the form sends", async () => {
  const page = await opened();
  const { PointerEvent, document } = page.window;
  const at = (kind, y) => new PointerEvent(kind, { button: 0, clientY: y, bubbles: true });
  page.find("#row-5 .portal-rows__handle").dispatchEvent(at("pointerdown", 5));
  document.dispatchEvent(at("pointermove", 19));
  document.dispatchEvent(at("pointerup", 19));
  assert.equal(page.find("[name=order]").value, "7,5,new-1");
});

test("a row is added with a name of its own, made from nothing", async () => {
  const page = await opened();
  page.type("[name=rows-new-1-text]", "Teaches");
  page.find("[name=do]").click();
  assert.equal(page.find("[name=order]").value, "5,7,new-1,new-2");
  assert.equal(page.find("[name=rows-new-2-text]").value, "");
  assert.equal(page.find("[name=rows-new-2-version_token]").value, "digest-new-2");
  assert.equal(text(page.find("#row-new-2 label")), "New duty 2");
});
