// <gespreks-kaart>: the moment and one or two factors → one sheet, from what stands in the page. The moment is shown by
// the style sheet alone; this shows the parts that were chosen, the first choice first. The choice stands after #, so it
// reaches no server. #show is the one place where a choice comes in: from the address, or from the form.
import { asked, replaceHash } from "../lib/place.js";
import { hold } from "../lib/storage.js";

const MOST = 2;
const MOMENT = "samen";

class GespreksKaart extends HTMLElement {
  #form = this.querySelector("form");
  #parts = this.querySelector(".gesprek__delen");
  #sheet = this.querySelector(".gesprek");
  #factoren = [];
  // What a link chose, nobody filled in yet; and nothing on the page may move for it.
  #linked = performance.getEntriesByType("navigation")[0]?.type === "navigate";
  #places = new Set(); // where this page was, in the history
  #wiped = new Set(); // and where it was before a wipe: going back there brings nothing back

  connectedCallback() {
    for (const control of this.#form.querySelectorAll("[disabled]")) control.disabled = false;
    for (const type of ["change", "submit", "reset"]) this.#form.addEventListener(type, this);
    addEventListener("hashchange", this);
    this.#read();
    this.dataset.klaar = "";
  }

  disconnectedCallback() {
    removeEventListener("hashchange", this);
  }

  handleEvent(event) {
    this.#linked = false;
    if (event.type === "hashchange") this.#read();
    else if (event.type === "submit") this.#print(event);
    else if (event.type === "reset")
      setTimeout(() => this.#wipe()); // the form is empty only after this event
    else this.#choose(event.target);
  }

  get #boxes() {
    return [...this.#form.querySelectorAll("[name=factor]")];
  }

  #choose({ name, value, checked }) {
    const others = this.#factoren.filter((id) => id !== value);
    const factoren = name !== "factor" ? this.#factoren : checked ? [...others, value] : others;
    const moment = this.#form.elements.moment.value;
    if (factoren.length > MOST) return this.#show(moment, this.#factoren, this.#words.teVeel);
    // The moment stands first: so this is never the id of a part, and the page stays where it is.
    const place = `#moment=${moment}&factor=${factoren.join(",")}`;
    this.#wiped.delete(place);
    location.hash = place;
    this.#show(moment, factoren);
  }

  #wipe() {
    this.#wiped = new Set(this.#places);
    this.#read();
  }

  #read() {
    if (asked() !== null) return;
    if (this.#wiped.has(location.hash)) replaceHash("");
    const given = new URLSearchParams(location.hash.slice(1));
    const there = this.#boxes.map(({ value }) => value);
    const known = [...new Set((given.get("factor") ?? "").split(","))].filter((id) => there.includes(id));
    const moments = [...this.#form.elements.moment].map(({ value }) => value);
    const moment = moments.includes(given.get("moment")) ? given.get("moment") : MOMENT;
    this.#show(moment, known.slice(0, MOST), known.length > MOST ? this.#words.teVeel : undefined);
  }

  #show(moment, factoren, said) {
    this.#factoren = factoren;
    this.#places.add(location.hash);
    hold(this, factoren.length > 0 && !this.#linked);
    this.#form.elements.moment.value = moment;
    for (const box of this.#boxes) box.checked = factoren.includes(box.value);
    const parts = [...this.#parts.children];
    for (const part of parts) part.hidden = !factoren.includes(part.dataset.factor);
    const chosen = factoren.map((id) => parts.find((part) => part.dataset.factor === id));
    this.#parts.prepend(...chosen);
    this.#sayPrincipleOnce(chosen);
    this.#sheet.dataset.aantal = factoren.length;
    this.querySelector(".gesprek__leeg").hidden = factoren.length > 0;
    this.#say(said ?? (factoren.length ? `${this.#words.een}${this.#titles(chosen)}.` : ""));
  }

  #sayPrincipleOnce([first, second]) {
    const [one, other] = [first, second].map((part) => part?.querySelector("[data-principe]"));
    if (one) one.hidden = false;
    if (other) other.hidden = other.dataset.principe === one?.dataset.principe;
  }

  #titles(parts) {
    return parts.map((part) => part.querySelector("h3").textContent.trim()).join(this.#words.en);
  }

  // the sentences stand in the page
  get #words() {
    return this.querySelector("[role=status]").dataset;
  }

  #say(text) {
    this.querySelector("[role=status]").textContent = text;
  }

  #print(event) {
    event.preventDefault();
    if (!this.#factoren.length) return this.#say(this.#words.kiesEerst);
    try {
      print();
    } catch {
      // no printing here: the sentence that follows says how to do it yourself
    }
    this.#say(this.#words.drukZelf);
  }
}

customElements.define("gespreks-kaart", GespreksKaart);
