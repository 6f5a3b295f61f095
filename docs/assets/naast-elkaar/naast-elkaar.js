// <naast-elkaar>: shows the two or three columns that were chosen, all of them until then; the choice stands after #, reaches
// no server, and goes with «Wis alles». Without one there, what was laid side by side in the case of this tab is shown.
// Their names stay in sight above the columns; on a phone a name leads to its column.
import { casus, wijzig } from "../lib/casus.js";
import { chooseHash, isWiped } from "../lib/keuze.js";
import { hold } from "../lib/storage.js";

const MOST = 3;

class NaastElkaar extends HTMLElement {
  #form = this.querySelector("form");
  #list = this.#form.querySelector("details");
  #done = this.#form.querySelector("[data-doe=leg]");
  #print = this.#form.querySelector("[data-doe=print]");
  #columns = this.querySelector(".vk");
  #names = this.querySelector(".vk-namen");
  #ofCase = false; // then a choice goes into the case, and not into the address

  connectedCallback() {
    this.#form.hidden = false;
    for (const type of ["change", "reset"]) this.#form.addEventListener(type, this);
    this.#list.addEventListener("toggle", this);
    for (const button of [this.#done, this.#print]) button.addEventListener("click", this);
    this.#columns.addEventListener("scroll", this);
    addEventListener("hashchange", this);
    this.#read();
  }

  disconnectedCallback() {
    removeEventListener("hashchange", this);
  }

  handleEvent(event) {
    if (event.type === "hashchange") this.#read(true);
    else if (event.type === "click") event.currentTarget === this.#print ? print() : this.#lay();
    else if (event.type === "scroll") this.#showHere();
    else if (event.type === "toggle") this.#show();
    else if (event.type === "reset")
      setTimeout(() => this.#write()); // the form is empty only after this event
    else this.#write();
  }

  get #boxes() {
    return [...this.#form.querySelectorAll("input")];
  }

  get #chosen() {
    return this.#boxes.filter((box) => box.checked).map((box) => box.value);
  }

  #read(byHand) {
    isWiped(byHand);
    const given = new URLSearchParams(location.hash.slice(1)).get("kies")?.split(",");
    const { vergeleken } = casus();
    this.#ofCase = !given && vergeleken.length > 0;
    const asked = (given ?? vergeleken).slice(0, MOST);
    for (const box of this.#boxes) box.checked = asked.includes(box.value);
    this.#list.open = this.#chosen.length < 2;
    this.#show();
  }

  #write() {
    const chosen = this.#chosen;
    if (this.#ofCase) wijzig({ vergeleken: chosen });
    else chooseHash(chosen.length ? `#kies=${chosen.join(",")}` : "");
    this.#show();
  }

  // The list goes, and what was chosen is in front of the reader, by keyboard too.
  #lay() {
    this.#list.open = false;
    this.#columns.focus({ preventScroll: true });
    this.#columns.scrollIntoView();
  }

  get #shown() {
    return [...this.#columns.children].filter((column) => !column.hidden);
  }

  #showNames(chosen) {
    this.#names.hidden = chosen.length < 2;
    const columns = chosen.length < 2 ? [] : this.#shown;
    this.#names.replaceChildren(...columns.map((column) => this.#name(column)));
    this.#showHere();
  }

  #name(column) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "vk-naam" });
    button.textContent = column.querySelector("h2").textContent;
    button.addEventListener("click", () => this.#columns.scrollTo({ left: this.#from(column) }));
    return button;
  }

  #from = (column) => column.offsetLeft - this.#columns.offsetLeft;

  // of the list of the page, what is used in the columns that are shown, each with the number it had
  #showSources(all) {
    const links = this.#shown.flatMap((column) => [...column.querySelectorAll(".bronnr")]);
    const used = new Set(links.map((link) => link.hash.slice(1)));
    document.querySelectorAll("ol.bronnen > li").forEach((source, at) => {
      source.value = at + 1;
      source.hidden = !all && !used.has(source.id);
    });
  }

  // the column at the left edge; where all are in sight, none
  #showHere() {
    const { scrollLeft, scrollWidth, clientWidth } = this.#columns;
    const far = this.#shown.map((column) => Math.abs(this.#from(column) - scrollLeft));
    const last = scrollLeft + clientWidth >= scrollWidth - 1;
    const here = last ? far.length - 1 : far.indexOf(Math.min(...far));
    const all = scrollWidth <= clientWidth + 1;
    [...this.#names.children].forEach((name, at) => (name.ariaCurrent = !all && at === here ? "true" : null));
  }

  #show() {
    const chosen = this.#chosen;
    const full = chosen.length >= MOST;
    for (const box of this.#boxes) box.disabled = full && !box.checked;
    for (const column of this.querySelectorAll(".vk-kolom"))
      column.hidden = chosen.length > 0 && !chosen.includes(column.dataset.id);
    this.dataset.aantal = chosen.length;
    this.#done.hidden = !this.#list.open || chosen.length < 2;
    this.#print.hidden = this.#list.open || chosen.length < 2;
    this.#showNames(chosen);
    this.#showSources(chosen.length < 2);
    hold(this, chosen.length > 0);
    this.querySelector("[role=status]").textContent = this.#words(chosen.length);
  }

  #words(count) {
    if (!count) return "";
    if (count === 1) return "Kies er nog een om te vergelijken.";
    return count < MOST ? "Twee gekozen. Een derde mag." : "Drie gekozen. Haal er eerst een weg voor een andere.";
  }
}

customElements.define("naast-elkaar", NaastElkaar);
