// <lijst-filter een="activiteit" meer="activiteiten">: shows the sections or rows that fit the choices. The choices
// stand after #, so they reach no server; an address such as #als-danplan still leads to one section, and shows it
// whatever was chosen.
import { chooseHash, isWiped } from "../lib/keuze.js";
import { asked } from "../lib/place.js";

class LijstFilter extends HTMLElement {
  #form = this.querySelector("form");

  connectedCallback() {
    this.#form.hidden = false;
    this.#form.addEventListener("change", this);
    this.#form.addEventListener("reset", this);
    this.#form.addEventListener("submit", this);
    addEventListener("hashchange", this);
    this.#read();
  }

  disconnectedCallback() {
    removeEventListener("hashchange", this);
  }

  handleEvent(event) {
    if (event.type === "submit") event.preventDefault();
    else if (event.type === "hashchange") this.#read(true);
    else if (event.type === "reset")
      setTimeout(() => this.#write()); // the form is empty only after this event
    else this.#write();
  }

  get #choices() {
    return [...new FormData(this.#form)].filter(([, value]) => value);
  }

  #write() {
    const hash = new URLSearchParams(this.#choices).toString();
    chooseHash(hash && `#${hash}`);
    this.#show();
  }

  #read(byHand) {
    isWiped(byHand);
    if (asked() !== null) return this.#show();
    const hash = location.hash.slice(1);
    const chosen = new URLSearchParams(hash.includes("=") ? hash : "");
    for (const select of this.#form.querySelectorAll("select")) {
      select.value = chosen.get(select.name) ?? "";
      if (select.selectedIndex < 0) select.value = "";
    }
    this.#show();
    this.#open(hash);
  }

  #show() {
    const sections = [...this.querySelectorAll("section, tbody tr")];
    for (const section of sections) {
      section.hidden = !this.#choices.every(([key, value]) => section.dataset[key]?.split(" ").includes(value));
    }
    this.#showGroups(sections);
    this.#showMap();
    const shown = sections.filter((section) => !section.hidden).length;
    const words = `${shown} ${this.getAttribute(shown === 1 ? "een" : "meer")}`;
    this.querySelector("[role=status]").textContent = shown
      ? `${words} van ${sections.length}.`
      : `Geen ${this.getAttribute("een")} past hierbij. Kies ergens «alle».`;
  }

  // Rows that are folded away come out when something was chosen, and go in again; a drawer without any goes.
  #showGroups(rows) {
    for (const drawer of new Set(rows.map((row) => row.closest("details")))) {
      if (!drawer) continue;
      const held = rows.filter((row) => drawer.contains(row));
      const shown = held.filter((row) => !row.hidden).length;
      drawer.hidden = !shown;
      drawer.open = this.#choices.length > 0;
      const count = drawer.querySelector("[data-telt]");
      if (count) count.textContent = shown < held.length ? `${shown} van ${held.length}` : shown;
    }
  }

  // A box of the map beside the list adds its factor to what else was chosen; pressed again it lets go.
  #showMap() {
    for (const link of this.querySelectorAll("[data-deel] > a")) {
      const { deel } = link.parentElement.dataset;
      const chosen = new URLSearchParams(this.#choices);
      const on = chosen.get("factor") === deel;
      link.ariaCurrent = on || null;
      if (on) chosen.delete("factor");
      else chosen.set("factor", deel);
      link.href = `#${chosen}`;
    }
  }

  #open(id) {
    const section = id && !id.includes("=") && this.querySelector(`:is(section, tr)#${CSS.escape(id)}`);
    if (!section) return;
    section.querySelector("details")?.setAttribute("open", "");
    section.scrollIntoView();
  }
}

customElements.define("lijst-filter", LijstFilter);
