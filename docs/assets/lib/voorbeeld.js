// The page of what is being filled in, beside its fields: in a frame, so that it is as wide as a phone and has names of
// its own. The build gives its HTML with marks (voorbeelden.json), vullen.js fills them; links lead nowhere here.
import { fill } from "./vullen.js";

const WAIT = 100; // ms: typing goes first
const MARGIN = 40; // px above what is being written
const IN_THE_HEAD = /^(naam|titel|stijl\.|woorden\.)/;
const BESIDE = matchMedia("(min-width: 76.25rem)");

/** The colour of which a part is one colour and the rest the ground, as leidraad/model/use/kleur.py mixes it. */
export const mixed = (colour, ground, part) =>
  `#${[1, 3, 5]
    .map((at) => [colour, ground].map((one) => parseInt(one.slice(at, at + 2), 16)))
    .map(([one, other]) =>
      even(one * part + other * (1 - part))
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
const even = (value) => (value % 1 === 0.5 && Math.floor(value) % 2 === 0 ? Math.floor(value) : Math.round(value));

// What a page always has and is still to be written says so.
const filledIn = (row, leeg) => ({
  ...row,
  ...Object.fromEntries(Object.entries(leeg).filter(([key]) => !row[key]?.trim())),
});

// A picture that came with the form, as an address; of one that lies elsewhere the form has no picture.
function pictureOf({ bestand = [] }, name) {
  const held = bestand.find(({ naam }) => naam === `beeld/${name}`);
  return held ? `data:image/${name.endsWith(".png") ? "png" : "svg+xml"};base64,${held.data}` : "";
}

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
  #shown = "";
  #isAway = false;

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
    const paint = () => this.#ready.then(() => this.#paint());
    new MutationObserver(paint).observe(document.documentElement, { attributeFilter: ["data-palet"] });
    this.#follow(document.activeElement);
  }

  // What has the focus is what is shown.
  #follow(field) {
    const row = field.closest("details.rij");
    const kind = row?.parentElement.dataset.rijen;
    const wasAway = this.#isAway;
    this.#isAway = !!field.closest(".tabel, .tegelijk"); // what is written there is no page yet
    if (this.#isAway !== wasAway) this.draw(this.#form.state);
    if (!(kind in this.#data.blokken)) return;
    const at = [...row.parentElement.children].indexOf(row);
    const isOther = kind !== this.#kind || at !== this.#at;
    const list = field.closest(".punt")?.parentElement.dataset.rijen;
    [this.#kind, this.#at, this.#key] = [
      kind,
      at,
      list ?? field.dataset.veld ?? field.dataset.voor ?? field.dataset.kleur,
    ];
    if (isOther) this.draw(this.#form.state);
    else this.#turn();
  }

  // The part that is being written comes in sight, in the frame alone; what stands in its head, or everywhere, from
  // the top.
  #turn() {
    const place = this.#places.get(this.#key);
    const { scrollingElement, defaultView } = this.#frame.contentDocument;
    if (!scrollingElement) return; // the frame is on its way
    if (IN_THE_HEAD.test(this.#key)) scrollingElement.scrollTop = 0;
    else if (place?.getBoundingClientRect) this.#show(place, scrollingElement, defaultView.innerHeight);
  }

  #show(place, scrollingElement, height) {
    const { top, bottom } = place.getBoundingClientRect();
    if (top < 0 || bottom > height) scrollingElement.scrollTop += top - MARGIN;
  }

  draw(state) {
    clearTimeout(this.#waiting);
    if (this.#form.isFilled) this.#waiting = setTimeout(() => this.#draw(state), WAIT);
    else this.#draw(state); // what was wiped is gone at once
  }

  async #draw(state) {
    await this.#ready;
    const rows = state[this.#kind] ?? [];
    const row = rows[this.#at] ?? rows[0];
    this.#box.hidden = !row || this.#isAway;
    if (!row) return;
    const { sectie, html, leeg } = this.#data.blokken[this.#kind];
    const gemeente = filledIn(state.gemeente[0], this.#data.blokken.gemeente.leeg);
    const all = { gemeente, data: this.#data, title: this.#title, picture: (name) => pictureOf(state, name) };
    const { page, places } = fill(html, { ...all, row: filledIn(row, leeg), sectie });
    for (const link of page.querySelectorAll("a")) link.removeAttribute("href");
    this.#brand(fill(this.#data.merk, { ...all, row }).page);
    const article = this.#frame.contentDocument.querySelector("article");
    const isSame = this.#shown === `${this.#kind} ${this.#at}`;
    const before = isSame ? [...article.querySelectorAll("details")].map(({ open }) => open) : [];
    page.querySelectorAll("details").forEach((part, at) => (part.open = before[at] ?? true));
    this.#shown = `${this.#kind} ${this.#at}`;
    const { scrollingElement } = this.#frame.contentDocument;
    const { scrollTop } = scrollingElement;
    article.replaceChildren(page);
    scrollingElement.scrollTop = scrollTop;
    this.#places = places;
    this.#turn();
    const [part] = this.#form.$$(`[data-rijen="${this.#kind}"] > .rij`);
    const name = row.titel ?? row.naam;
    this.#box.querySelector("[data-naam]").textContent = part.dataset.wat.toLowerCase() + (name ? ` «${name}»` : "");
    this.#colour(gemeente);
    this.#paint();
    this.#box.dataset.toont = this.#kind;
  }

  // The head of this page, with the name and the logo that are filled in.
  #brand(merk) {
    const { body } = this.#frame.contentDocument;
    const head = body.querySelector(".kop") ?? document.querySelector(".kop").cloneNode(true);
    head.querySelector("dialog")?.remove(); // the search, when somebody pointed at it
    for (const link of head.querySelectorAll("a")) link.removeAttribute("href");
    head.querySelector(".kop__gemeente").replaceChildren(merk);
    body.prepend(head);
  }

  // The colours that are filled in, and what the build mixes of them.
  #colour(gemeente) {
    const { style } = this.#frame.contentDocument.documentElement;
    for (const [key, [name, ground, field, line]] of Object.entries(this.#data.kleuren)) {
      const colour = gemeente[key];
      const isOne = /^#[0-9a-f]{6}$/i.test(colour);
      const parts = { [`--accent-${name}`]: 1, [`--accent-vlak-${name}`]: field, [`--accent-lijn-${name}`]: line };
      for (const [property, part] of Object.entries(parts))
        style.setProperty(property, isOne ? mixed(colour, ground, part) : "");
    }
  }

  #paint() {
    const { palet } = document.documentElement.dataset;
    const { dataset } = this.#frame.contentDocument.documentElement;
    if (palet) dataset.palet = palet;
    else delete dataset.palet;
  }
}
