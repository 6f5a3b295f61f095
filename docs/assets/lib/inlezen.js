// A file or a text that a form made before → that form, with what stood there to put back. What cannot be read changes
// nothing, and says why at its field.
import * as files from "./files.js";
import { fromText } from "./text.js";

export async function plak(vel, field) {
  const found = fromText(field.value);
  vel.strange = [];
  const isOurs = found && `${found.merk.slice(0, 2)}` === `${vel.merk.slice(0, 2)}`;
  const content = isOurs && vel.restore(found.waarden);
  if (!isOurs || !vel.isSound(content))
    return vel.refuse([[field, vel.words[!found ? "vreemd" : isOurs ? "beschadigd" : "ander"]]]);
  field.value = "";
  await take(vel, content, "ingelezen");
}

export async function open(vel, field) {
  const { wipes, naam } = vel;
  const [chosen] = field.files;
  vel.strange = [];
  try {
    const content =
      chosen && (await files.open(chosen, { soort: naam, versie: 1, isSound: (one) => vel.isSound(one) }));
    if (content && wipes === vel.wipes) await take(vel, content, "geopend");
  } catch (error) {
    if (!(error instanceof files.Onleesbaar)) throw error;
    vel.refuse([[field, error.message]]);
  }
  field.value = "";
}

async function take(vel, content, word) {
  const { wipes } = vel;
  const taken = await vel.take(content);
  if (taken && wipes === vel.wipes) vel.replace(taken, word, true);
}
