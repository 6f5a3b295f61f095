// <vrij-veld>: a label and a field for free text. Nothing in it is completed, checked or suggested by the browser,
// and what looks like a BSN gets a warning, here on the page alone.
const NUMBER = /(?<!\d[ .-]?)\d(?:[ .-]?\d){7,8}(?![ .-]?\d)/g;
const DATE = /^(\d{1,2}[ .-]\d{1,2}[ .-]\d{4}|\d{4}[ .-]\d{1,2}[ .-]\d{1,2})$/;
const WARNING = "Dit lijkt op een BSN. Haal het weg: schrijf hier geen gegevens op waaraan iemand te herkennen is.";

/** True when a text holds eight or nine digits that pass the test of a BSN (de elfproef) and are not a date. */
export const looksLikeBsn = (text) => (text.match(NUMBER) ?? []).some((found) => !DATE.test(found) && passes(found.replace(/\D/g, "").padStart(9, "0")));

function passes(digits) {
  const sum = [...digits].reduce((total, digit, place) => total + digit * (place === 8 ? -1 : 9 - place), 0);
  return sum !== 0 && sum % 11 === 0;
}

class VrijVeld extends HTMLElement {
  #said = document.createElement("p");

  connectedCallback() {
    const field = this.querySelector("textarea, input");
    field.autocomplete = "off";
    field.spellcheck = false;
    field.setAttribute("writingsuggestions", "false");
    this.#said.className = "let-op vrij-veld__let-op";
    this.#said.setAttribute("role", "status");
    this.append(this.#said);
    this.addEventListener("input", this);
    this.handleEvent();
  }

  disconnectedCallback() {
    this.removeEventListener("input", this);
  }

  /** Look at what is there; whoever fills the field from a script sends it «input» too. */
  handleEvent() {
    const found = looksLikeBsn(this.querySelector("textarea, input").value);
    if (found !== (this.#said.textContent !== "")) this.#said.textContent = found ? WARNING : "";
  }
}

customElements.define("vrij-veld", VrijVeld);
