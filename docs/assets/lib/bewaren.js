// A form, or a file that it makes → a file that the browser is asked to save; where it makes none, what belongs in it.
import { today } from "./days.js";
import { save as ask, pack } from "./files.js";

export function bewaar(vel) {
  const { naam, merk, content, dataset } = vel;
  const { editie, uitgave, slot } = dataset;
  save(vel, `${merk[1]}-${today()}.json`, () => pack(naam, 1, content, { editie, uitgave, slot }));
}

/** Whether it was saved, a page cannot know. */
export function save(vel, name, make, type) {
  const { bewaard, geenBestand, geenZip } = vel.words;
  const content = make();
  try {
    ask(name, content, type);
    vel.tell(bewaard);
  } catch {
    if (typeof content === "string") vel.showText(`${geenBestand} ${name}:`, content);
    else vel.tell(geenZip);
  }
}
