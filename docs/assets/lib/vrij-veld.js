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
  vol: "Dit veld is vol.", // a browser cuts what is pasted, and says nothing
  ziekte: "Gaat dit over gezondheid? Schrijf op wat er wel of niet kan, en niet waardoor.",
};

class VrijVeld extends HTMLElement {
  #let = make("p", { className: "let-op vrij-veld__let-op", role: "status" });

  connectedCallback() {
    this.append(this.#let);
    this.addEventListener("input", this);
    this.handleEvent();
  }

  handleEvent() {
    const { alleen } = this.dataset;
    const { maxLength, value } = this.querySelector("textarea, input");
    const found = traces(value).filter((kind) => !alleen || kind === alleen);
    if (value.length === maxLength) found.push("vol");
    const text = found.map((kind) => HINTS[kind]).join(" ");
    if (this.#let.textContent !== text) this.#let.textContent = text;
  }
}

customElements.define("vrij-veld", VrijVeld);
