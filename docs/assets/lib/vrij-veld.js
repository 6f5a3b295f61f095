// <vrij-veld>: a label and a field for free text, with a hint for what somebody can be found
// by. data-alleen: the only kind that is hinted at here.
import { traces } from "./herleidbaar.js";
import { make } from "./make.js";

const HINTS = {
  bsn: "Dit lijkt op een BSN. Haal het weg: schrijf niets op waaraan iemand te herkennen is.",
  mail: "Dit lijkt op een mailadres. Haal het weg als het van iemand is.",
  telefoon: "Dit lijkt op een telefoonnummer. Haal het weg als het van iemand is.",
  postcode: "Dit lijkt op een postcode of adres. Haal het weg als er iemand woont.",
  geboortedatum: "Dit lijkt op een geboortedatum. Haal die weg.",
  ziekte: "Gaat dit over gezondheid? Schrijf op wat er wel of niet kan, en niet waardoor.",
};

class VrijVeld extends HTMLElement {
  #over; // what a browser cuts of a text that is pasted, and says nothing of
  #let = make("p", { className: "let-op vrij-veld__let-op", role: "status" });

  connectedCallback() {
    this.append(this.#let);
    for (const type of ["beforeinput", "input"]) this.addEventListener(type, this);
    this.handleEvent({});
  }

  handleEvent({ type, data }) {
    const { alleen } = this.dataset;
    const { maxLength, value, selectionStart, selectionEnd } = this.querySelector("textarea, input");
    if (type === "beforeinput") {
      this.#over = value.length + selectionStart - selectionEnd + data?.replaceAll("\r", "").length - maxLength;
      return;
    }
    const found = traces(value).filter((kind) => !alleen || kind === alleen);
    const hints = found.map((kind) => HINTS[kind]);
    const lost = this.#over > 1 ? `de laatste ${this.#over} tekens pasten` : "het laatste teken paste";
    if (value.length === maxLength) hints.push(`Dit veld is vol${this.#over > 0 ? `: ${lost} er niet bij` : ""}.`);
    const text = hints.join(" ");
    if (this.#let.textContent !== text) this.#let.textContent = text;
  }
}

customElements.define("vrij-veld", VrijVeld);
