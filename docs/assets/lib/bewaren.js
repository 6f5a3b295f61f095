// A form, or a file that it makes → a file that the browser is asked to save; where it makes none, what belongs in it.
import { today } from "./days.js";
import { save as ask, pack } from "./files.js";

export function bewaar(form) {
  const { naam, merk, content, dataset } = form;
  const { editie, uitgave, slot } = dataset;
  save(form, `${merk[1]}-${today()}.json`, () => pack(naam, 1, content, { editie, uitgave, slot }));
}

/** Whether it was saved, a page cannot know. */
export function save(form, name, make, type) {
  const { bewaard, geenBestand, geenZip } = form.words;
  const content = make();
  try {
    ask(name, content, type);
    form.tell(bewaard);
  } catch {
    if (typeof content === "string") form.showText(`${geenBestand} ${name}:`, content);
    else form.tell(geenZip);
  }
}
