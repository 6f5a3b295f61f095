// A form and the case it belongs to.
import { casus, wijzig } from "./casus.js";
import "./dekking.js";

/** What a form keeps in the case: what it shares as fields, the rest under its own name; undefined takes that away. */
export function wijzigFormulier(naam, own, velden) {
  const { vellen, uit } = casus();
  const { [naam]: _, ...others } = vellen;
  const changed = Object.keys(velden).filter((key) => JSON.stringify(velden[key]) !== JSON.stringify(casus()[key]));
  wijzig({
    vellen: own ? { ...others, [naam]: own } : others,
    uit: { ...uit, ...Object.fromEntries(changed.map((key) => [key, naam])) },
    ...velden,
  });
}

/** Say at a form which of its fields came from elsewhere. */
export function showFrom(form) {
  const { uit, ...velden } = casus();
  for (const part of form.querySelectorAll("[data-uit-casus]")) {
    const veld = part.dataset.uitCasus;
    part.hidden = !velden[veld].length || [undefined, form.naam].includes(uit[veld]);
  }
}
