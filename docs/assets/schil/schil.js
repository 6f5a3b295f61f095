// The small elements around every page, in one file: together they are a third lighter, and one request.

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

// <versie-keuze>: the link to all versions becomes a list of them that stays on this page where it exists.
class VersieKeuze extends HTMLElement {
  connectedCallback() {
    const link = this.querySelector("a");
    if (!link || !("popover" in this)) return;
    this.innerHTML = `<button type="button" class="knop" popovertarget="versies"></button>
      <div class="versies" id="versies" popover><p class="inhoud__kop">Versies</p><ul></ul></div>`;
    this.firstChild.textContent = link.textContent;
    this.querySelector("div").append(link);
    link.textContent = "Alle versies, met wat er veranderde";
    this.querySelector("div").addEventListener("beforetoggle", this);
  }

  async handleEvent(event) {
    const list = this.querySelector("ul");
    if (event.newState !== "open" || list.children.length) return;
    try {
      const versions = await (await fetch(`${this.dataset.wortel}../versions.json`)).json();
      list.replaceChildren(...versions.flatMap((version) => this.#items(version)));
    } catch {
      list.replaceChildren();
    }
  }

  #items({ version, aliases, properties }) {
    const there = !properties?.zonder?.includes(this.dataset.pagina);
    return [...aliases, version].map((name) => {
      const item = document.createElement("li");
      const link = item.appendChild(document.createElement("a"));
      link.href = `${this.dataset.wortel}../${name}/` + (there ? this.dataset.pagina + location.hash : "");
      link.textContent = name === version ? `${version}, vaste versie` : `Nieuwste (${version})`;
      if (name === this.dataset.versie) link.ariaCurrent = "page";
      if (!there) item.append("Deze pagina is er niet in deze versie; de link gaat naar het begin.");
      return item;
    });
  }
}

customElements.define("versie-keuze", VersieKeuze);

// <sluit-na-keuze>: closes the popover around it when a link in it is chosen. Without it, Esc or a tap beside does.
class SluitNaKeuze extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this);
  }

  disconnectedCallback() {
    this.removeEventListener("click", this);
  }

  handleEvent(event) {
    const popover = this.closest("[popover]:popover-open");
    if (popover && event.target.closest("a")) popover.hidePopover();
  }
}

customElements.define("sluit-na-keuze", SluitNaKeuze);
