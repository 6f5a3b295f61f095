// A form whose text can be pasted back: headings and lines, each with a stable word and its value between brackets (see
// text.js). It gives parts(state), [{kop, regels: [{tekst, sleutel, waarde}]}]; merk says what it is, such as
// ["instrument", "zelfscan", "1"].
import { inWords, today } from "./days.js";
import { UitVel } from "./uit-vel.js";
import "./vrij-veld.js";

export class TekstVel extends UitVel {
  get text() {
    const { titel, editie, uitgave, slot } = this.dataset;
    const onder = [`Leidraad Gewogen Maatwerk, ${editie}. Gemaakt op ${inWords(today())}.`];
    return toText({ merk: this.merk, titel, onder, delen: this.parts(this.state), slot: [uitgave, slot] });
  }
}

export function toText({ merk, titel, onder, delen, slot }) {
  const parts = delen
    .filter(({ regels }) => regels.length)
    .map(({ kop, regels }) => [kop.toUpperCase(), ...regels.map(line)]);
  return (
    [[titel.toUpperCase(), ...onder, `[leidraad: ${merk.join(", ")}]`], ...parts, slot]
      .map((lines) => lines.join("\n"))
      .join("\n\n") + "\n"
  );
}

function line({ tekst, sleutel, waarde = "" }) {
  const value = Array.isArray(waarde)
    ? waarde.join(", ")
    : waarde.replace(/\s+/g, " ").trim().replace(/\[/g, "(").replace(/\]/g, ")");
  return sleutel ? `- ${tekst} [${sleutel}: ${value}]` : `- ${tekst}`;
}
