// A form that is copied as a text for people: headings and plain lines. It gives parts(state), [{kop, regels: [text]}]. What
// brings a form back is its file; a text of an earlier edition, with stable words between brackets, is still read (inlezen.js).
import { inWords, today } from "./days.js";
import { UitFormulier } from "./uit-formulier.js";
import "./vrij-veld.js";

export class TekstFormulier extends UitFormulier {
  get text() {
    const { titel, editie, uitgave, slot } = this.dataset;
    const head = [titel.toUpperCase(), `Leidraad Gewogen Maatwerk, ${editie}. Gemaakt op ${inWords(today())}.`];
    const parts = this.parts(this.state).filter(({ regels }) => regels.length);
    const told = parts.map(({ kop, regels }) => [kop.toUpperCase(), ...regels.map((line) => `- ${line}`)]);
    return `${[head, ...told, [uitgave, slot]].map((lines) => lines.join("\n")).join("\n\n")}\n`;
  }
}
