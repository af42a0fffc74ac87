// Rows that are edited where they are read: drags them into order, adds up a column, adds a row.
// autosave.js saves all of it. Without this, the buttons of the page do it.

const form = document.querySelector("form:has([data-row])");
if (form) start(form);

function start(form) {
  const rows = () => [...form.querySelectorAll("[data-row]")];
  const sum = form.querySelector("[data-sum]");
  for (const row of rows()) addHandle(row);
  form.addEventListener("input", () => sum && addUp(sum));
  form.querySelector("[name=do][value=add]").addEventListener("click", (event) => {
    event.preventDefault();
    addRow().querySelector("textarea").focus();
  });
  // Words that come back from an earlier page may need more rows than stand here.
  form.addEventListener("needs-row", () => addRow());
  if (sum) addUp(sum);

  function addHandle(row) {
    const handle = document.createElement("span");
    handle.className = "portal-rows__handle";
    handle.setAttribute("aria-hidden", "true");
    handle.title = "Drag to move";
    handle.textContent = "⠿";
    handle.addEventListener("pointerdown", (event) => drag(event, row));
    row.firstElementChild.prepend(handle);
  }

  function drag(down, row) {
    if (down.button !== 0) return;
    down.preventDefault();
    row.classList.add("portal-rows__row--dragged");
    const before = rows();
    const home = [row.parentElement, row.nextElementSibling];
    const move = (event) => {
      // What is folded away is no place to drop a row.
      const others = rows().filter((other) => other !== row && other.checkVisibility());
      const next = others.find((other) => event.clientY < middle(other));
      if (next && next !== row.nextElementSibling) next.before(row);
      else if (!next) others.at(-1)?.after(row);
    };
    const end = (event) => {
      document.removeEventListener("keydown", abandon);
      document.removeEventListener("pointermove", move);
      document.removeEventListener("pointerup", end);
      document.removeEventListener("pointercancel", end);
      row.classList.remove("portal-rows__row--dragged");
      if (event.type === "pointercancel") home[0].insertBefore(row, home[1]);
      else if (rows().some((other, place) => other !== before[place])) noteOrder();
    };
    const abandon = ({ key }) => key === "Escape" && end({ type: "pointercancel" });
    document.addEventListener("keydown", abandon);
    document.addEventListener("pointermove", move);
    document.addEventListener("pointerup", end);
    document.addEventListener("pointercancel", end);
  }

  function noteOrder() {
    const order = form.elements.order;
    order.value = rows()
      .map((row) => row.dataset.row)
      .join();
    order.dispatchEvent(new Event("input", { bubbles: true }));
  }

  // The last row is always one to add: the next one is made from it.
  function addRow() {
    const last = rows().at(-1);
    const from = rows().findLast((row) => row.dataset.row.startsWith("new-"));
    const numbers = rows().map((row) => Number(row.dataset.row.match(/^new-(\d+)$/)?.[1]));
    const name = `new-${Math.max(...numbers.filter(Boolean)) + 1}`;
    const row = from.cloneNode(true);
    for (const node of [row, ...row.querySelectorAll("*")]) {
      for (const { name: attribute, value } of [...node.attributes]) {
        node.setAttribute(attribute, value.replaceAll(from.dataset.row, name));
      }
    }
    const token = `[name$="-version_token"]`;
    for (const control of row.querySelectorAll("input, textarea, select")) {
      control.value = control.matches(token) ? control.defaultValue : "";
    }
    for (const label of row.querySelectorAll("label")) {
      label.textContent = label.textContent.replace(/(new \w+)( \d+)?$/i, `$1 ${name.slice(4)}`);
    }
    const ofTheOther = row.querySelectorAll(".portal-rows__handle, .portal-saving__question");
    for (const part of ofTheOther) part.remove();
    addHandle(row);
    last.after(row);
    form.elements.order.value += `,${name}`;
    return row;
  }
}

function middle(row) {
  const { top, height } = row.getBoundingClientRect();
  return top + height / 2;
}

function addUp(place) {
  const boxes = [...document.querySelectorAll(`[name$="-${place.dataset.sum}"]`)];
  const total = boxes.reduce((sum, box) => sum + (Number(box.value) || 0), 0);
  place.querySelector("strong").textContent = total;
}
