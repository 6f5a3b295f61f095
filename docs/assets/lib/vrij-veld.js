// <vrij-veld>: a label and a field for free text, without help of the browser, that warns for what looks like a BSN.
const NUMBER = /(?<!\d[ .-]?)\d(?:[ .-]?\d){7,8}(?![ .-]?\d)/g;
const DATE = /^(\d{1,2}[ .-]\d{1,2}[ .-]\d{4}|\d{4}[ .-]\d{1,2}[ .-]\d{1,2})$/;
const WARNING = "Dit lijkt op een BSN. Haal het weg: schrijf niets op waaraan iemand te herkennen is.";

// Eight or nine digits that pass the elfproef and are no date.
export const looksLikeBsn = (text) =>
  (text.match(NUMBER) ?? []).some((found) => !DATE.test(found) && passes(found.replace(/\D/g, "").padStart(9, "0")));

function passes(digits) {
  const sum = [...digits].reduce((total, digit, place) => total + digit * (place === 8 ? -1 : 9 - place), 0);
  return sum !== 0 && sum % 11 === 0;
}

class VrijVeld extends HTMLElement {
  #said = document.createElement("p");

  connectedCallback() {
    this.#said.className = "let-op vrij-veld__let-op";
    this.#said.setAttribute("role", "status");
    this.append(this.#said);
    for (const [name, value] of [
      ["autocomplete", "off"],
      ["spellcheck", "false"],
      ["writingsuggestions", "false"],
    ])
      this.#field.setAttribute(name, value);
    this.addEventListener("input", this, true);
    this.handleEvent();
  }

  disconnectedCallback() {
    this.removeEventListener("input", this, true);
  }

  get #field() {
    return this.querySelector("textarea, input");
  }

  handleEvent() {
    const text = looksLikeBsn(this.#field.value) ? WARNING : "";
    if (this.#said.textContent !== text) this.#said.textContent = text;
  }
}

customElements.define("vrij-veld", VrijVeld);
