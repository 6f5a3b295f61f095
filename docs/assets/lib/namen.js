// A name → how it is searched and written; the same as leidraad/model/use/names.py.
const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ł: "l", ı: "i" };

export const fold = (text) =>
  text
    .replaceAll("´", "'")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[ßæœøđłı]/g, (sign) => LETTERS[sign]);

export const words = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

export const slugOf = (name) => (fold(name).match(/[a-z0-9]+/g) ?? []).join("-").replace(/^[0-9-]+/, "");

/** An id that is made of a name: the beginning of a long one. */
export const idOf = (name) => slugOf(name).slice(0, 60).replace(/-$/, "");

// Whether a name holds what is typed: as one run of letters, or as beginnings of its words in any order.
export function fits(name, typed) {
  const [held, asked] = [words(name), words(typed)];
  return held.join("").includes(asked.join("")) || asked.every((one) => held.some((word) => word.startsWith(one)));
}
