// The small elements around every page, in one file: together they are a third lighter, and one request.

// <palet-keuze>: a button that switches between light and dark, and remembers the choice when storage allows.
const PALET = "leidraad.palet";
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
      localStorage.setItem(PALET, palet);
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

// <zoek-venster>: a button in place of the link to the list; it, / and #zoek=… open the search. Its index comes only then.
const root = new URL("../../", import.meta.url);
const SHOWN = 12;
const SNELTOETS = "leidraad.sneltoets";
const asked = () => new URLSearchParams(location.hash.slice(1)).get("zoek");
const make = (name, text, className = "") =>
  Object.assign(document.createElement(name), { textContent: text, className });

class ZoekVenster extends HTMLElement {
  #loading;
  #zoeker;
  #before = "";
  #timer;
  #off;

  connectedCallback() {
    const alles = this.querySelector("a");
    if (!alles) return;
    this.innerHTML = `<button type="button" class="knop" aria-keyshortcuts="/">Zoeken</button>
<dialog class="zoek" aria-label="Zoeken in de leidraad"><form class="zoek__vorm" role="search">
<label for="zoek-veld">Wat zoek je?</label>
<input id="zoek-veld" type="text" autocomplete="off" autocapitalize="off" spellcheck="false" writingsuggestions="false" enterkeyhint="search">
<button type="button" class="knop">Sluit</button></form>
<p class="zoek__stand" role="status"></p><p class="zoek__bedoeld" hidden><button type="button" class="knop"></button></p>
<ul class="zoek__lijst"></ul><p class="zoek__verder">Liever bladeren? Kijk op <a href="${new URL("factoren/", root)}">de kaart</a> of bij <span></span>.</p>
<p class="zoek__verder"><button type="button" class="knop zoek__toets"></button></p></dialog>`;
    this.querySelector("span").append(alles);
    this.#key();
    for (const type of ["click", "input", "submit", "keydown"]) this.addEventListener(type, this);
    this.#dialog.addEventListener("close", this);
    document.addEventListener("keydown", this);
    addEventListener("hashchange", this);
    if (asked() !== null) this.#open(asked());
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this);
    removeEventListener("hashchange", this);
  }

  handleEvent(event) {
    if (event.type === "click") this.#click(event.target);
    else if (event.type === "input") this.#write();
    else if (event.type === "close") this.#leave();
    else if (event.type === "hashchange") asked() === null ? this.#dialog.close() : this.#open(asked());
    else if (event.type === "keydown") event.currentTarget === this ? this.#move(event) : this.#shortcut(event);
    else {
      event.preventDefault(); // Enter: the first result
      this.querySelector(".zoek__lijst a")?.click();
    }
  }

  get #dialog() {
    return this.querySelector("dialog");
  }

  get #field() {
    return this.querySelector("input");
  }

  #click(target) {
    const button = target.closest("button");
    if (button?.closest(".zoek__bedoeld")) {
      this.#field.value = button.textContent;
      this.#field.focus();
      this.#write();
    } else if (button?.matches(".zoek__toets")) this.#key(true);
    else if (button?.closest("dialog") || target === this.#dialog) this.#dialog.close();
    else if (button) this.#open("");
  }

  // WCAG 2.1.4: a key without Ctrl can be turned off.
  #key(change) {
    try {
      if (change) this.#off ? localStorage.removeItem(SNELTOETS) : localStorage.setItem(SNELTOETS, "uit");
      this.#off = localStorage.getItem(SNELTOETS) === "uit";
    } catch {
      this.#off = change ? !this.#off : false; // it holds for this page
    }
    this.querySelector(".zoek__toets").textContent = `Zet sneltoets / ${this.#off ? "aan" : "uit"}`;
  }

  #shortcut(event) {
    const busy =
      this.#off ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      event.target.closest?.("input, select, textarea, [contenteditable], dialog");
    if (event.key !== "/" || busy) return;
    event.preventDefault();
    this.#open("");
  }

  #move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !this.#dialog.open) return;
    const stops = [this.#field, ...this.querySelectorAll(".zoek__lijst a")];
    event.preventDefault();
    stops.at((stops.indexOf(document.activeElement) + step) % stops.length).focus();
  }

  #open(text) {
    if (!this.#dialog.open) {
      this.#before = asked() === null ? location.hash : "";
      this.#dialog.showModal();
    }
    this.#field.value = text;
    this.#field.focus();
    this.#load();
  }

  #leave() {
    if (asked() !== null) history.replaceState(history.state, "", this.#before || location.pathname + location.search);
  }

  async #load() {
    this.#loading ??= Promise.all([
      import("../zoek/zoeker.js"),
      fetch(new URL("zoekindex.json", root)).then((answer) => answer.json()),
    ]);
    try {
      const [{ Zoeker }, index] = await this.#loading;
      this.#zoeker ??= new Zoeker(index);
      this.#show();
    } catch {
      this.#loading = undefined;
      this.#say("Zoeken lukt nu niet. Kijk bij «Alles op een rij».");
    }
  }

  #write() {
    const text = this.#field.value.trim();
    history.replaceState(
      history.state,
      "",
      text ? `#zoek=${encodeURIComponent(text)}` : this.#before || location.pathname + location.search,
    );
    this.#show();
  }

  #show() {
    if (!this.#zoeker) return;
    const text = this.#field.value.trim();
    const found = text ? this.#zoeker.search(text) : [];
    const near = text && !found.length ? this.#zoeker.nearest(text) : "";
    this.querySelector(".zoek__lijst").replaceChildren(...found.slice(0, SHOWN).map((one) => this.#row(one)));
    this.querySelector(".zoek__bedoeld").hidden = !near;
    this.querySelector(".zoek__bedoeld button").textContent = near;
    const count = found.length === 1 ? "1 resultaat" : `${found.length} resultaten`;
    const most = found.length > SHOWN ? `De eerste ${SHOWN} van ${count}.` : `${count}.`;
    this.#say(
      !text ? "" : found.length ? most : `Niets gevonden voor «${text}».${near ? ` Bedoelde je «${near}»?` : ""}`,
    );
  }

  // Said when the typing pauses.
  #say(text) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.querySelector("[role=status]").textContent = text), 300);
  }

  #row({ naam, titel, adres, kern }) {
    const row = make("li", ""),
      link = make("a", titel);
    link.href = new URL(adres, root);
    row.append(link, make("span", naam, "soort"), make("span", kern, "zoek__kern"));
    return row;
  }
}

customElements.define("zoek-venster", ZoekVenster);
