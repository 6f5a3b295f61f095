// <inzet-vel>: per activity for which factor it was used, how often, what changed after it, and what was learnt.
import { make, Rijen } from "../lib/vel.js";

const CHOSEN = ["activiteit", "factor", "vaak", "richting"];
const FREE = ["weten", "leerde"];

class InzetVel extends Rijen {
  key = "leidraad.inzet-terugblik";

  show({ regels }) {
    const columns = ["activiteit", "factor", "vaak", "richting", "leerde"];
    const cells = (row) => columns.map((veld) => this.#word(veld, row[veld]));
    const filled = regels.filter(({ activiteit }) => activiteit);
    this.$(".overzicht").hidden = !filled.length;
    this.$(".overzicht table").replaceChildren(
      make("thead", {}, make("tr", {}, ...columns.map((veld) => make("th", { scope: "col" }, this.named(veld))))),
      make("tbody", {}, ...filled.map((row) => make("tr", {}, ...cells(row).map((cell) => make("td", {}, cell))))),
    );
  }

  parts({ los, regels }) {
    const rows = regels.filter(({ activiteit }) => activiteit).map((row, index) => ({
      kop: this.#word("activiteit", row.activiteit),
      regels: [
        ...CHOSEN.filter((veld) => row[veld]).map((veld) => ({ tekst: `${this.named(veld)} ${this.#word(veld, row[veld])}`, sleutel: `${index + 1}.${veld}`, waarde: row[veld] })),
        ...FREE.filter((veld) => row[veld].trim()).map((veld) => ({ tekst: this.named(veld), sleutel: `${index + 1}.${veld}`, waarde: row[veld] })),
      ],
    }));
    const other = los.anders.trim() ? [{ tekst: "Een andere verklaring", sleutel: "anders", waarde: los.anders }] : [];
    return [
      { kop: "Het gedrag", regels: [{ tekst: "Het gedrag waar het om ging", sleutel: "gedrag", waarde: los.gedrag }] },
      ...rows,
      { kop: "Verandering na inzet", regels: [...other, { tekst: this.$(".overzicht .let-op").textContent }] },
    ];
  }

  #word(veld, value) {
    return value && CHOSEN.includes(veld) ? this.named(veld, value) : value;
  }
}

customElements.define("inzet-vel", InzetVel);
