// Headings and lines ↔ plain text for a client system, that can be pasted back. A line ends in a stable word and its
// value between brackets, so other bullets and line ends do no harm: «- Wat zit er vast? … [wat-zit-vast: wacht]».
const ITEM = /\[([^[\]:]{1,120}):([^[\]]*)\]/g;

// merk: what it is, such as ["route", "plan-kiezen", "1"]; delen: [{kop, regels: [{tekst, sleutel, waarde}]}]
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

function line({ tekst, sleutel, waarde = "" }) {
  const value = Array.isArray(waarde)
    ? waarde.join(", ")
    : waarde.replace(/\s+/g, " ").trim().replace(/\[/g, "(").replace(/\]/g, ")");
  return sleutel ? `- ${tekst} [${sleutel}: ${value}]` : `- ${tekst}`;
}
