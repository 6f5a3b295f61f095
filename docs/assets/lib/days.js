// A day, as 2026-11-25: today in the reader's own time, whether it exists, in words, and what is told of more than one.
export const MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split(
  " ",
);

export const today = () => new Date().toLocaleDateString("sv-SE");

/** True for a day that exists, such as 2026-11-25. */
export function isDay(value) {
  if (typeof value !== "string" || !/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(+date) && date.toISOString().startsWith(value);
}

/** 2026-11-25 as «25 november 2026»; no day says so; anything else as it is. */
export const inWords = (day) =>
  (day || "onbekende dag").replace(
    /^(\d{4})-(\d\d)-(\d\d)$/,
    (_, year, month, date) => `${Number(date)} ${MONTHS[month - 1]} ${year}`,
  );

/** A word of the scale: not «weet-niet», «zeg-niet» or nothing. */
export const isWord = (word) => word && !/^(weet|zeg)-/.test(word);

/** Moments of three days or more: before that, nothing is said of a direction. */
export const enough = (momenten) => new Set(momenten.map(({ datum }) => datum)).size > 2;
