// <teamoogst-vel>: a tally sheet, filled in while talking. Below five cases a line does not count and does not go
// along; what goes along holds no number.
import { Rijen } from "../lib/vel.js";

const RICHTINGEN = ["vooruit", "gelijk", "terug", "weten-niet"];
const LEAST = 5;
const sum = (row) => RICHTINGEN.reduce((total, id) => total + Number(row[id]), 0);

class TeamoogstVel extends Rijen {
  key = "leidraad.teamoogst";

  show({ regels }) {
    this.rows.forEach((row, index) => {
      const values = regels[index];
      for (const turf of row.querySelectorAll(".turf")) {
        const count = Number(values[turf.querySelector("input").dataset.veld]);
        turf.querySelector("output").textContent = "||||| ".repeat(Math.floor(count / 5)) + "|".repeat(count % 5);
        turf.querySelector("output").setAttribute("aria-label", count ? `${count} ${count === 1 ? "streepje" : "streepjes"}` : "geen streepjes");
        turf.querySelector("[data-doe=gum]").disabled = !count;
      }
      const counts = sum(values) >= LEAST;
      const text = counts ? "Vijf gevallen of meer: hier kunnen jullie over praten. Het bewijst niets." : "Nog geen vijf gevallen. Deze regel telt niet en gaat niet mee.";
      const stand = row.querySelector(".turf__stand");
      if (stand.textContent !== text) stand.textContent = text;
      row.classList.toggle("rij--telt", counts);
    });
  }

  parts({ regels }) {
    const rows = regels.filter((row) => sum(row) >= LEAST && row.activiteit);
    return rows.map((row) => {
      const changed = RICHTINGEN.filter((id) => Number(row[id])).map((id) => this.#direction(id));
      const lines = [`Ingezet voor: ${row.factor ? this.named("factor", row.factor) : "niet gekozen"}`, `Na de inzet zagen we: ${changed.join(", ")}`, ...(row.leerde.trim() ? [`Wat we leerden: ${row.leerde.trim()}`] : [])];
      return { kop: this.named("activiteit", row.activiteit), regels: lines.map((tekst) => ({ tekst })) };
    });
  }

  _streep(button) {
    this.#tally(button, 1);
  }

  _gum(button) {
    this.#tally(button, -1);
    if (button.disabled) button.previousElementSibling.focus();
  }

  #tally(button, by) {
    const field = button.parentElement.querySelector("input");
    field.value = String(Math.max(0, Number(field.value) + by));
    this.update();
  }

  #direction(id) {
    return this.$(`input[data-veld=${id}]`).parentElement.firstChild.textContent.toLowerCase();
  }
}

customElements.define("teamoogst-vel", TeamoogstVel);
