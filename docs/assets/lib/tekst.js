// Headings and lines ↔ plain text for a client system, that can be pasted back. Each line ends in a stable word and
// its value between square brackets, so wrapped lines, other bullets and lost blank lines do no harm:
// «- Wat zit er vast? Afspraken blijven liggen [wat-zit-vast: blijft-liggen]»
const MARK = "leidraad";
const ITEM = /\[([^[\]:]{1,120}):([^[\]]*)\]/g;

/** Return the text. merk: what it is, such as ["route", "casus-zit-vast", "1"]; delen: [{kop, regels: [{tekst, sleutel, waarde}]}]. */
export function write({ merk, titel, onder = [], delen, slot = [] }) {
  const parts = delen.filter(({ regels }) => regels.length).map(({ kop, regels }) => [kop.toUpperCase(), ...regels.map(line)]);
  return [[titel.toUpperCase(), ...onder, `[${MARK}: ${merk.join(", ")}]`], ...parts, slot].map((lines) => lines.join("\n")).join("\n\n") + "\n";
}

/** Return {merk, waarden} of a text, waarden as a Map from stable word to value; null where it is no text of ours. */
export function read(text) {
  const found = new Map();
  for (const [, key, value] of text.replace(/[\s\u200b\ufeff]+/g, " ").matchAll(ITEM)) found.set(word(key), value.trim());
  const merk = found.get(MARK);
  found.delete(MARK);
  return merk === undefined ? null : { merk: list(merk), waarden: found };
}

/** Return the stable words of a value: «a, b» → ["a", "b"]. */
export const list = (value) => value.split(",").map(word).filter(Boolean);

// A system may break a line after a hyphen, or draw the hyphen otherwise.
const word = (text) => text.replace(/\s/g, "").replace(/[\u2010-\u2015\u2212\u00ad]/g, "-");

/** Return a free text as it stands between brackets: on one line, without brackets of its own. */
export const plain = (text) => text.replace(/\s+/g, " ").trim().replace(/\[/g, "(").replace(/\]/g, ")");

function line({ tekst, sleutel, waarde }) {
  const value = Array.isArray(waarde) ? waarde.join(", ") : plain(waarde ?? "");
  return sleutel ? `- ${tekst} [${sleutel}: ${value}]` : `- ${tekst}`;
}
