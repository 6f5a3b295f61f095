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
