// A form that can be copied as text and saved as a file. It gives text; what the file holds is its content.
import { today } from "./days.js";
import { make } from "./make.js";
import { Vel } from "./vel.js";

const PATIENCE = 1500;

export class UitVel extends Vel {
  get content() {
    return this.state;
  }

  // Some browsers neither copy nor refuse: after a while the text is shown there too. What comes late takes no undo away.
  async _kopieer() {
    const { text, wipes } = this;
    const isTold = () => wipes !== this.wipes || this.$("[data-doe=terug]");
    const show = () => isTold() || this.#showText(this.words.kopieerZelf, text);
    const waiting = setTimeout(show, PATIENCE);
    try {
      await navigator.clipboard.writeText(text);
      if (!this.$("[data-doe=terug]")) this.tell(this.words.gekopieerd);
    } catch {
      show();
    }
    clearTimeout(waiting);
  }

  // Where the browser does not take it along, it can be copied by hand.
  #showText(said, text) {
    const field = make("textarea", { value: text, readOnly: true, rows: 8 });
    field.setAttribute("aria-label", "De tekst");
    this.tell(`${said} `, field);
    field.select();
  }

  _bewaar() {
    const { editie, uitgave, slot } = this.dataset;
    const { naam, content } = this;
    this.save(`${this.merk[1]}-${today()}.json`, ({ pack }) => pack(naam, 1, content, { editie, uitgave, slot }));
  }

  /** Ask the browser to save what make gives; whether it did, a page cannot know. */
  async save(name, make, type) {
    const files = await this.load(() => import("./files.js"));
    if (!files) return;
    const content = make(files);
    try {
      files.save(name, content, type);
      this.tell(this.words.bewaard);
    } catch {
      if (typeof content === "string") this.#showText(`${this.words.geenBestand} ${name}:`, content);
      else this.tell(this.words.geenZip);
    }
  }
}
