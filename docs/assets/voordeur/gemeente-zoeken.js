// <gemeente-zoeken>: a field that keeps only the municipalities whose name holds what is typed.
import { fits } from "../lib/namen.js";

class GemeenteZoeken extends HTMLElement {
  connectedCallback() {
    this.innerHTML = `<label for="zoek-gemeente">Zoek je gemeente</label>
      <input id="zoek-gemeente" type="search" autocomplete="off" spellcheck="false" writingsuggestions="false">
      <p role="status"></p>`;
    this.addEventListener("input", this);
  }

  handleEvent() {
    const wanted = this.querySelector("input").value.trim();
    let found = 0;
    for (const section of document.querySelectorAll(".gemeenten section")) {
      const before = found;
      for (const row of section.querySelectorAll("li")) {
        row.hidden = !fits(row.querySelector("a").textContent, wanted);
        found += !row.hidden;
      }
      section.hidden = found === before;
    }
    this.querySelector("p").textContent =
      wanted && `${found || "Geen"} ${found === 1 ? "gemeente" : "gemeenten"} gevonden.`;
  }
}

customElements.define("gemeente-zoeken", GemeenteZoeken);
