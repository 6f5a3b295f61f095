// A file or a text that a form made before → that form, with what stood there to put back. What cannot be read changes
// nothing, and says why at its field.
import * as files from "./files.js";
import { refuse } from "./fouten.js";

export async function plak(form, field) {
  if (!(await knows(form))) return;
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
  if (!(await knows(form))) return;
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

// A form that reads what is older by what comes now; false where that does not come, as it said.
const knows = (form) => form.leert?.() ?? true;

async function take(form, content, word) {
  const { wipes } = form;
  const taken = await form.take(content);
  if (taken && wipes === form.wipes) form.replace(taken, word, true);
}

// A text that was copied in an earlier edition → its stable words and their values. A line ends in both, between
// brackets, so other bullets and line ends do no harm: «- Wat zit er vast? … [wat-zit-vast: wacht]».
const ITEM = /\[([^[\]:]{1,120}):([^[\]]*)\]/g;

// {merk, waarden}, waarden a Map from stable word to value; null where it is no text of ours
export function fromText(text) {
  const waarden = new Map();
  for (const [, key, value] of text.replace(/[\s\u200b\ufeff]+/g, " ").matchAll(ITEM))
    add(waarden, word(key), value.trim());
  const merk = waarden.get("leidraad");
  waarden.delete("leidraad");
  return merk === undefined ? null : { merk: list(merk), waarden };
}

function add(found, key, value) {
  const earlier = found.get(key);
  found.set(key, earlier === undefined || earlier === value ? value : `${earlier}, ${value}`);
}

// "a, b" → ["a", "b"]
export const list = (value) => value.split(",").map(word).filter(Boolean);

// A system may break a line after a hyphen, or draw the hyphen otherwise.
const word = (text) => text.replace(/\s/g, "").replace(/[\u2010-\u2015\u2212\u00ad]/g, "-");
