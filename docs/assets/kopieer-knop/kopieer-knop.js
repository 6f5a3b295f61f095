// <kopieer-knop>: a text with a button beside it that copies the text and says so. Without a script the text is there.
// A link in it with data-hier is written out: only the browser knows where the publication stands.
class KopieerKnop extends HTMLElement {
  #button = document.createElement("button");
  #said = document.createElement("span");

  connectedCallback() {
    if (this.#button.isConnected) return;
    for (const link of this.querySelectorAll("[data-hier]")) link.textContent = link.href;
    this.#button.type = "button";
    this.#button.className = "knop";
    this.#button.textContent = "Kopieer";
    this.#button.ariaLabel = `Kopieer: ${this.previousElementSibling?.textContent ?? ""}`;
    this.#said.role = "status";
    this.#button.addEventListener("click", this);
    this.append(this.#button, this.#said);
  }

  async handleEvent() {
    const text = this.firstElementChild;
    this.#said.textContent = "";
    const select = () => {
      getSelection().selectAllChildren(text);
      this.#said.textContent = "Kopiëren lukt hier niet. De tekst is geselecteerd: kopieer hem zelf.";
    };
    const waiting = setTimeout(select, 1500); // some browsers neither copy nor refuse
    try {
      await navigator.clipboard.writeText(text.textContent);
      this.#said.textContent = "Gekopieerd.";
    } catch {
      select();
    }
    clearTimeout(waiting);
  }
}

customElements.define("kopieer-knop", KopieerKnop);
