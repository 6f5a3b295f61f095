// A file or a text that a form made before → that form, with what stood there to put back. What cannot be read changes
// nothing, and says why at its field.
import * as files from "./files.js";
import { refuse } from "./fouten.js";
import { fromText } from "./text.js";

export async function plak(form, field) {
  const found = fromText(field.value);
  form.strange = [];
  const isOurs = found && `${found.merk.slice(0, 2)}` === `${form.merk.slice(0, 2)}`;
  const content = isOurs && form.restore(found.waarden);
  if (!isOurs || !form.isSound(content))
    return refuse(form, [[field, form.words[!found ? "vreemd" : isOurs ? "beschadigd" : "ander"]]]);
  field.value = "";
  await take(form, content, "ingelezen");
}

export async function open(form, field) {
  const { wipes, naam } = form;
  const [chosen] = field.files;
  form.strange = [];
  try {
    const content =
      chosen && (await files.open(chosen, { soort: naam, versie: 1, isSound: (one) => form.isSound(one) }));
    if (content && wipes === form.wipes) await take(form, content, "geopend");
  } catch (error) {
    if (!(error instanceof files.Onleesbaar)) throw error;
    refuse(form, [[field, error.message]]);
  }
  field.value = "";
}

async function take(form, content, word) {
  const { wipes } = form;
  const taken = await form.take(content);
  if (taken && wipes === form.wipes) form.replace(taken, word, true);
}
