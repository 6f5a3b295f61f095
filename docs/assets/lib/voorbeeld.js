// The page of what is being filled in, beside its fields: in a frame, so that it is as wide as a phone and has names of
// its own. The build gives its HTML with marks (voorbeelden.json), vullen.js fills them; links lead nowhere here.
import { fill } from "./vullen.js";

const WAIT = 100; // ms: typing goes first
const MARGIN = 40; // px above what is being written
const BESIDE = matchMedia("(min-width: 76.25rem)");

export class Voorbeeld {
  #form;
  #data;
  #title;
  #box;
  #frame;
  #ready;
  #waiting;
  #kind = "gedragsprincipe";
  #at = 0;
  #key; // of the field that has the focus
  #places = new Map();

  constructor(form, data, title) {
    this.#form = form;
    this.#data = data;
    this.#title = title;
    this.#box = form.querySelector(".voorbeeld");
    this.#frame = this.#box.querySelector("iframe");
    this.#ready = new Promise((done) => this.#frame.addEventListener("load", done, { once: true }));
    this.#frame.srcdoc = data.schil;
    this.#box.hidden = false;
    this.#box.querySelector("details").open = BESIDE.matches;
    form.addEventListener("focusin", (event) => this.#follow(event.target));
    new MutationObserver(() => this.#paint()).observe(document.documentElement, { attributeFilter: ["data-palet"] });
    this.#follow(document.activeElement);
  }

  // What has the focus is what is shown.
  #follow(field) {
    const row = field.closest("details.rij");
    const kind = row?.parentElement.dataset.rijen;
    if (!(kind in this.#data.blokken)) return;
    const at = [...row.parentElement.children].indexOf(row);
    const isOther = kind !== this.#kind || at !== this.#at;
    const list = field.closest(".punt")?.parentElement.dataset.rijen;
    [this.#kind, this.#at, this.#key] = [kind, at, list ?? field.dataset.veld ?? field.dataset.voor];
    if (isOther) this.draw(this.#form.state);
    else this.#turn();
  }

  // The part that is being written comes in sight, in the frame alone.
  #turn() {
    const place = this.#places.get(this.#key);
    if (!place?.getBoundingClientRect) return;
    const { scrollingElement, defaultView } = this.#frame.contentDocument;
    const { top, bottom } = place.getBoundingClientRect();
    if (top < 0 || bottom > defaultView.innerHeight) scrollingElement.scrollTop += top - MARGIN;
  }

  draw(state) {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#draw(state), WAIT);
  }

  async #draw(state) {
    await this.#ready;
    const rows = state[this.#kind] ?? [];
    const row = rows[this.#at] ?? rows[0];
    this.#box.hidden = !row;
    if (!row) return;
    const { sectie, html } = this.#data.blokken[this.#kind];
    const { page, places } = fill(html, {
      row,
      gemeente: state.gemeente[0],
      data: this.#data,
      title: this.#title,
      sectie,
    });
    for (const link of page.querySelectorAll("a")) link.removeAttribute("href");
    const article = this.#frame.contentDocument.querySelector("article");
    const folded = new Set([...article.querySelectorAll("details")].map((part, at) => (part.open ? -1 : at)));
    page.querySelectorAll("details").forEach((part, at) => (part.open = !folded.has(at)));
    const { scrollingElement } = this.#frame.contentDocument;
    const { scrollTop } = scrollingElement;
    article.replaceChildren(page);
    scrollingElement.scrollTop = scrollTop;
    this.#places = places;
    this.#turn();
    this.#box.querySelector("[data-naam]").textContent = row.titel ?? "";
    this.#paint();
  }

  #paint() {
    const { palet } = document.documentElement.dataset;
    const { dataset } = this.#frame.contentDocument.documentElement;
    if (palet) dataset.palet = palet;
    else delete dataset.palet;
  }
}
