// A page in memory for the tests of our scripts: a document, a server that answers as told, and
// time that passes when it is asked to.
import { mock } from "node:test";
import { Window } from "happy-dom";

const NAMES = [
  "document",
  "location",
  "localStorage",
  "sessionStorage",
  "DOMParser",
  "FormData",
  "CustomEvent",
  "Event",
  "MutationObserver",
  "window",
  "navigator",
]; // prettier-ignore
let loaded = 0;

// Open a page with this main part. Returns { requests, answer, type, pass, load }.
export function open(markup, { path = "/vacancies/1/purpose/" } = {}) {
  const window = new Window({ url: `http://portal.test${path}` });
  window.document.body.innerHTML = `<main>${markup}</main>`;
  for (const name of NAMES) {
    Object.defineProperty(globalThis, name, {
      value: name === "window" ? window : window[name],
      configurable: true,
      writable: true,
    });
  }
  const requests = [];
  const answers = [];
  globalThis.fetch = async (address, options = {}) => {
    requests.push({ address: String(address), ...options });
    const answer = answers.shift();
    if (answer === undefined || answer instanceof Error) throw answer ?? new Error("no connection");
    return { ok: true, status: 200, type: "basic", json: async () => answer, ...answer };
  };
  return {
    requests,
    window,
    answer: (...more) => answers.push(...more),
    find: (selector) => window.document.querySelector(selector),
    type(selector, text) {
      const field = window.document.querySelector(selector);
      field.value = text;
      field.dispatchEvent(new window.Event("input", { bubbles: true }));
    },
    // Modules remember the page they were loaded with: each page loads them anew.
    load: (script) => import(`../../static/js/${script}?page=${++loaded}`),
  };
}

// Let so many milliseconds pass, and everything that was waiting for them happen.
export async function pass(milliseconds) {
  mock.timers.tick(milliseconds);
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

export const text = (node) => node.textContent.replace(/\s+/g, " ").trim();
