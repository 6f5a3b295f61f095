// A form that can be copied as text and saved as a file. It gives text; what the file holds is its content.
import { today } from "./days.js";
import { make } from "./make.js";
import { Vel } from "./vel.js";

export class UitVel extends Vel {
  get content() {
    return this.state;
  }

  async _kopieer() {
    const { text, wipes } = this;
    try {
      await navigator.clipboard.writeText(text);
      this.tell(this.words.gekopieerd);
    } catch {
      if (wipes === this.wipes) this.#showText(this.words.kopieerZelf, text);
    }
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
