// <wis-alles>: a button that empties what this site keeps in the browser, in both storages, and says so.
class WisAlles extends HTMLElement {
  #button = document.createElement("button");
  #said = document.createElement("span");

  connectedCallback() {
    this.#button.type = "button";
    this.#button.className = "knop";
    this.#button.textContent = "Wis alles";
    this.#button.addEventListener("click", this);
    this.#said.setAttribute("role", "status");
    this.replaceChildren(this.#button, this.#said);
  }

  handleEvent() {
    this.#said.textContent = this.#empty()
      ? "Gewist. Deze site bewaart nu niets op dit apparaat."
      : "Deze browser laat niets bewaren; er was niets te wissen.";
    delete document.documentElement.dataset.palet;
    this.dispatchEvent(new CustomEvent("gewist", { bubbles: true }));
  }

  #empty() {
    try {
      localStorage.clear();
      sessionStorage.clear();
      return true;
    } catch {
      return false;
    }
  }
}

customElements.define("wis-alles", WisAlles);
