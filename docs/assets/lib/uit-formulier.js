// A form that can be copied as text and saved as a file. It gives text; what the file holds is its content.

import { Formulier } from "./formulier.js";
import { make } from "./make.js";

export class UitFormulier extends Formulier {
  get content() {
    return this.state;
  }

  // Some browsers neither copy nor refuse: after a while the text is shown there too, unless something was said since.
  async _kopieer() {
    const { text, wipes } = this;
    const last = () => this.$(".melding").lastChild;
    const said = last();
    const show = () => wipes === this.wipes && said === last() && this.showText(this.words.kopieerZelf, text);
    const waiting = setTimeout(show, 1500);
    try {
      await navigator.clipboard.writeText(text);
      this.tell(this.words.gekopieerd);
    } catch {
      show();
    }
    clearTimeout(waiting);
  }

  // Where the browser does not take it along, it can be copied by hand.
  showText(said, text) {
    const field = make("textarea", { value: text, readOnly: true, rows: 8, ariaLabel: "De tekst" });
    this.tell(`${said} `, field);
    field.select();
  }

  async _bewaar(_, what = "bewaar", ...file) {
    (await this.load(() => import("./files.js")))?.[what](this, ...file);
  }

  /** Ask the browser to save a file: its name, what makes its content, and its type. */
  save(...file) {
    this._bewaar(0, "bewaarAls", ...file);
  }
}
