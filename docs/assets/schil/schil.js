// The small elements around every page, in one file: together they are a third lighter, and one request.
import { asked, takeAlong } from "../lib/place.js";
import { choice, choose, wipe } from "../lib/storage.js";

const make = (name, text, className = "") =>
  Object.assign(document.createElement(name), { textContent: text, className });

// What is needed of a script when something opens comes then.
const opens = (name, one) => import("./opent.js").then((all) => all[name](one)).catch(() => {});

for (const type of ["pointerover", "focusin", "click"])
  document.addEventListener(type, (event) => {
    takeAlong(event);
    if (event.target.closest?.(".kop__menu")) opens("menu");
  });

// <palet-keuze>: a button that switches between light and dark, and remembers the choice when storage allows.
const PALET = "leidraad.palet";
const system = matchMedia("(prefers-color-scheme: dark)");

class PaletKeuze extends HTMLElement {
  #button = make("button", "", "knop");

  connectedCallback() {
    this.#button.addEventListener("click", this);
    system.addEventListener("change", this);
    document.addEventListener("gewist", this);
    this.replaceChildren(this.#button);
    this.#show();
  }

  handleEvent(event) {
    const { dataset } = document.documentElement;
    if (event.type === "click")
      choose(PALET, (dataset.palet = this.#isDark() ? "licht" : "donker")); // else for this page
    else if (event.type === "gewist") delete dataset.palet;
    this.#show();
  }

  #isDark() {
    const { palet } = document.documentElement.dataset;
    return palet ? palet === "donker" : system.matches;
  }

  #show() {
    this.#button.textContent = this.#isDark() ? "Licht scherm" : "Donker scherm";
  }
}

customElements.define("palet-keuze", PaletKeuze);

// What is chosen or typed outside the forms that keep it goes too: a filter, a list to search in, what is to be printed.
document.addEventListener("gewist", () => {
  for (const form of document.forms) form.reset();
});

// <wis-alles>: a button that asks, and then wipes what this publication keeps, in every tab, and says what is known of
// it. While something is filled in, and until the reader goes on after wiping that, it stays on the screen, above every
// overlay; in a dialog, which shuts out the rest of the page, stands one more. data-naam says there what it wipes.
const GEWIST = {
  leeg: "Andere tabbladen van deze leidraad volgen, uiterlijk als je ze weer opent. Wat gekopieerd, bewaard of afgedrukt is, blijft.",
  blijft: "Toch hield deze browser iets vast: sluit dit tabblad en wis de gegevens van deze site in je browser.",
  dicht: "Deze browser houdt zijn opslag dicht. Staat er nog iets in een ander tabblad, sluit dat dan zelf.",
  vol: "De opslag is vol: een slapend tabblad volgt niet, sluit dat dan zelf. Wat gekopieerd, bewaard of afgedrukt is, blijft.",
};

class WisAlles extends HTMLElement {
  #said;

  connectedCallback() {
    const knop = (name) => `<button type="button" class="knop">${name}</button>`;
    this.innerHTML = `${knop(this.dataset.naam ?? "Wis alles")}<div class="wisvraag" popover role="dialog" aria-label="Wis alles"><p>Wat in deze leidraad is ingevuld, is dan weg, ook in andere tabbladen. Wat gekopieerd, bewaard of afgedrukt is, blijft.</p>${knop("Wis alles")} ${knop("Toch niet")}</div><span role="status"></span>`;
    const buttons = this.querySelectorAll("button");
    const [first, wipes, not] = buttons;
    const ask = wipes.parentElement;
    this.#said = this.lastChild;
    not.autofocus = true;
    // a browser without popovers wipes without asking
    if (this.showPopover) for (const one of buttons) one.popoverTargetElement = ask;
    else ask.remove();
    (this.showPopover ? wipes : first).onclick = wipe;
    for (const type of ["gewist", "invullen", "click", "input", "toggle"]) document.addEventListener(type, this, true);
    this.#show();
  }

  // What somebody did is seen by then, see lib/storage.js.
  handleEvent({ type, target, detail, isTrusted }) {
    if (type === "toggle") return target.matches(":popover-open:not(wis-alles, wis-alles *)") && this.#show(true);
    if (type === "gewist") this.#say(detail);
    else if (isTrusted) this.#said.textContent = "";
    this.#show();
  }

  #say({ hoe, filled }) {
    const here = filled ? "Gewist. " : "Hier was niets ingevuld. ";
    if (hoe) this.#said.textContent = here + GEWIST[hoe];
    else if (filled) this.#said.textContent = "Er is in een ander tabblad of in de browser gewist, en hier dus ook.";
  }

  // again: shown anew it is above what was opened since
  #show(again) {
    const stood = this.hasAttribute("data-blijft");
    const stays = document.documentElement.hasAttribute("data-invullen") || (stood && !!this.#said.textContent);
    if (stays === stood && !again) return;
    this.toggleAttribute("data-blijft", stays);
    if (this.closest("dialog") || !this.hidePopover) return;
    this.popover = stays ? "manual" : null;
    if (!stays) return;
    if (again) this.hidePopover();
    this.showPopover();
  }
}

customElements.define("wis-alles", WisAlles);

// <versie-keuze>: the link to all versions becomes a list of them, which comes when it is opened.
class VersieKeuze extends HTMLElement {
  connectedCallback() {
    const link = this.querySelector("a");
    if (!link) return;
    this.innerHTML = `<button type="button" class="knop" popovertarget="versies"></button><div class="versies" id="versies" popover><p class="inhoud__kop">Versies</p><ul></ul></div>`;
    this.firstChild.textContent = link.textContent;
    this.lastChild.append(link);
    link.textContent = "Alle versies en wat er veranderde";
    this.lastChild.onbeforetoggle = ({ newState }) => newState === "open" && opens("versies", this);
  }
}

customElements.define("versie-keuze", VersieKeuze);

// A fixed version is the same page as nieuwste, and not to be found beside it.
if (/\/\d{4}\.\d+\//.test(location.pathname))
  document.head.append(Object.assign(make("meta"), { name: "robots", content: "noindex" }));

// A heading can be linked: it is a link to itself.
for (const heading of document.querySelectorAll(
  "article :is(h2, h3)[id]:not(.alleen-lezer, :has(a, button), summary *, form *)",
)) {
  const link = make("a", "", "koplink");
  link.href = `#${heading.id}`;
  link.append(...heading.childNodes);
  heading.append(link);
}

// A popover closes when a link in it is chosen. Without this, Esc or a tap beside does.
document.addEventListener("click", ({ target }) => target.closest("[popover] a")?.closest("[popover]").hidePopover());

// <zoek-venster>: a button in place of the link to the list; it, / and #zoek=… open the search, which comes only then.

class ZoekVenster extends HTMLElement {
  #alles;
  #venster;
  #typed; // while the search is on its way

  connectedCallback() {
    this.#alles = this.querySelector("a");
    if (!this.#alles) return;
    const button = make("button", "Zoeken", "knop");
    button.ariaKeyShortcuts = "/";
    button.onclick = () => this.#open("");
    button.onfocus = button.onpointerover = () => this.#come(); // ready for who is about to press
    if (!document.forms[0]) addEventListener("load", button.onfocus); // and before, where nothing is filled in
    this.replaceChildren(button);
    document.addEventListener("keydown", this);
    addEventListener("hashchange", this);
    if (asked() !== null) this.#open(asked(), true);
  }

  handleEvent(event) {
    if (event.key) this.#key(event);
    else if (asked() !== null) this.#open(asked(), true, new URL(event.oldURL).hash);
    else this.#venster?.then((venster) => venster?.hide());
  }

  // WCAG 2.1.4: a key without Ctrl can be turned off.
  #key(event) {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    if (this.#typed !== undefined && !key[1]) this.#typed += key;
    else if (key !== "/" || choice("leidraad.sneltoets") || ctrlKey || metaKey || altKey) return;
    else if (target.closest?.("input, select, textarea, [contenteditable], dialog")) return;
    else this.#open("");
    event.preventDefault();
  }

  #come() {
    return (this.#venster ??= Promise.all([
      import("../zoek/venster.js"),
      fetch(`${this.#alles.href}../zoekvenster.json`),
    ])
      .then(([{ venster }, html]) => venster(this, this.#alles, html))
      .catch(() => (this.#venster = undefined))); // and so it is asked for again
  }

  async #open(text, ...from) {
    if (this.#typed !== undefined) return;
    this.#typed = text;
    try {
      await (await this.#come()).open(() => this.#typed, ...from);
    } catch {
      location.assign(this.#alles.href); // the list of everything, without a search
    }
    this.#typed = undefined;
  }
}

customElements.define("zoek-venster", ZoekVenster);
