// <palet-keuze>: a button that switches between light and dark, and remembers the choice when storage allows.
const KEY = "leidraad.palet";
const system = matchMedia("(prefers-color-scheme: dark)");

class PaletKeuze extends HTMLElement {
  #button = document.createElement("button");

  connectedCallback() {
    this.#button.type = "button";
    this.#button.className = "knop";
    this.#button.addEventListener("click", this);
    system.addEventListener("change", this);
    document.addEventListener("gewist", this);
    this.replaceChildren(this.#button);
    this.#show();
  }

  disconnectedCallback() {
    system.removeEventListener("change", this);
    document.removeEventListener("gewist", this);
  }

  handleEvent(event) {
    if (event.type === "click") this.#choose(this.#isDark() ? "licht" : "donker");
    this.#show();
  }

  #isDark() {
    const choice = document.documentElement.dataset.palet;
    return choice ? choice === "donker" : system.matches;
  }

  #choose(palet) {
    document.documentElement.dataset.palet = palet;
    try {
      localStorage.setItem(KEY, palet);
    } catch {
      // Not kept; it holds for this page.
    }
  }

  #show() {
    this.#button.textContent = this.#isDark() ? "Licht" : "Donker";
    this.#button.setAttribute("aria-label", this.#isDark() ? "Licht scherm" : "Donker scherm");
  }
}

customElements.define("palet-keuze", PaletKeuze);
