// <gemeente-zoeken>: a field that keeps only the municipalities one of whose names holds what is typed.
import { fits } from "../lib/namen.js";

class GemeenteZoeken extends HTMLElement {
  connectedCallback() {
    this.innerHTML = `<label for="zoek-gemeente">Zoek je gemeente</label>
      <input id="zoek-gemeente" type="search" autocomplete="off" spellcheck="false" writingsuggestions="false">
      <p role="status"></p>`;
    this.addEventListener("input", this);
    document.addEventListener("gewist", this);
  }

  disconnectedCallback() {
    document.removeEventListener("gewist", this);
  }

  handleEvent({ type }) {
    if (type === "gewist") this.querySelector("input").value = "";
    const wanted = this.querySelector("input").value.trim();
    let found = 0;
    for (const section of document.querySelectorAll(".gemeenten section")) {
      const before = found;
      for (const row of section.querySelectorAll("li")) {
        const names = [...row.querySelectorAll("a:first-child, .kaartjes__ook")].map((one) => one.textContent);
        row.hidden = !fits(names.join(" "), wanted);
        found += !row.hidden;
      }
      section.hidden = found === before;
    }
    this.querySelector("p").textContent =
      wanted && `${found || "Geen"} ${found === 1 ? "gemeente" : "gemeenten"} gevonden.`;
  }
}

customElements.define("gemeente-zoeken", GemeenteZoeken);
