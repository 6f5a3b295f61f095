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
