// <woord-zoek een="woord" meer="woorden">: shows the entries of a list that hold what is typed; nothing leaves the page.
import { fold } from "../lib/namen.js";

class WoordZoek extends HTMLElement {
  #form = this.querySelector("form");
  #entries = [...this.querySelectorAll("[data-woord]")].map((entry) => [entry, fold(entry.textContent)]);

  connectedCallback() {
    this.#form.hidden = false;
    for (const type of ["input", "submit", "reset"]) this.#form.addEventListener(type, this);
    addEventListener("hashchange", this);
    this.#show();
  }

  disconnectedCallback() {
    removeEventListener("hashchange", this);
  }

  handleEvent(event) {
    if (event.type === "submit") event.preventDefault();
    if (event.type === "hashchange")
      this.#form.reset(); // an address that leads to an entry shows it
    else if (event.type === "reset")
      setTimeout(() => this.#show()); // the form is empty only after this event
    else this.#show();
  }

  #show() {
    const asked = fold(this.#form.querySelector("input").value.trim());
    for (const [entry, text] of this.#entries) entry.hidden = !text.includes(asked);
    for (const section of this.querySelectorAll("section")) {
      section.hidden = !section.querySelector("[data-woord]:not([hidden])");
    }
    const letters = this.querySelector("nav");
    if (letters) letters.hidden = asked !== "";
    this.#form.querySelector("[role=status]").textContent = asked ? this.#words() : "";
  }

  #words() {
    const shown = this.#entries.filter(([entry]) => !entry.hidden).length;
    if (!shown) return `Geen ${this.getAttribute("een")} gevonden.`;
    return `${shown} ${this.getAttribute(shown === 1 ? "een" : "meer")} van ${this.#entries.length}.`;
  }
}

customElements.define("woord-zoek", WoordZoek);
