// A text → the kinds of things in it by which somebody can be found, or that are about health. A guess, for a hint:
// it misses much, names above all, and it never blocks anything.
const NUMBER = /(?<!\d[ .-]?)\d(?:[ .-]?\d){7,8}(?![ .-]?\d)/g;
const MONTHS = "jan|feb|ma?[aä]?rt|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec";
const DATE = new RegExp(
  `(?<!\\d)(?:(?:\\d{1,2}[ ./-]\\d{1,2}|\\d{1,2} (?:${MONTHS})[a-z.]*)[ ./-](?<last>\\d{4})|(?<first>\\d{4})[ ./-]\\d{1,2}[ ./-]\\d{1,2})(?!\\d)`,
  "gi",
);
const BORN = /\bgeb(?:oren|oortedatum|\.)[^\d\n]{0,20}\d/i;
const YOUNGEST = 12; // an appointment is never this many years ago
// One sign before the @ says enough; to look for more takes the square of a long run without one (a pasted picture).
const MAIL = /[^\s@<>«»"]@[^\s@<>«»"]+\.[a-z]{2}/i;
const PHONE = /(?<![\d+])(?:(?:\+|00)31[ .-]{0,2}(?:0 {0,2})?|0)[1-9](?:[ ./-]{0,3}\d){8}(?!\d)/;
const POSTCODE = /(?<!\d)[1-9]\d{3} ?(?!S[ADS]\b)[A-Z]{2}(?![\wà-ü])/;
const SMALL_POSTCODE =
  /(?<!\d)[1-9]\d{3}[a-z]{2}(?![\wà-ü])|(?<!\d)(?!19|20)[1-9]\d{3} (?!(?:in|en|of|is|om|op|te|na|zo|we|ze|er|al|ik|je|de|km|kg) )[a-z]{2},? \d/;
const ILLNESS = new RegExp(
  `(?<![\\wà-ü])(?:${[
    "ziek(?:e|te|tes|tebeeld|tewet)?",
    "(?:long |post)?covid",
    "(?:rug|nek|knie|hart|long|schouder|maag|hoofd|buik|psychische|lichamelijke|medische)[ -]?(?:klacht|pijn|aandoening|problem)[a-z]*",
    "depressi(?:e|es|ef|eve)",
    "burn-?out",
    "overspannen",
    "(?:angst|paniek|dwang|eet|persoonlijkheids|stemmings|slaap)stoorni[a-z]*",
    "psychos[a-z]*",
    "psychotisch",
    "psychiat(?:rie|risch[a-z]*)",
    "schizofreni?e?",
    "bipolair",
    "borderline",
    "autis(?:me|tisch[a-z]*)",
    "adhd",
    "ptss",
    "trauma'?s?",
    "verslaafd?e?|verslaving[a-z]*|alcoholist[a-z]*",
    "dyslexie|dyslectisch",
    "(?:licht )?verstandelijk[a-z]* beperk[a-z]*",
    "handicap[a-z]*|gehandicapt",
    "kanker|tumor[a-z]*|chemo(?:therapie|kuur)?",
    "diabetes|suikerziekte|epilepsie|reuma[a-z]*|fibromyalgie|artrose|copd|astma|hiv|hepatitis|migraine|hernia|whiplash|beroerte|hartinfarct|hersenbloeding|dementie|alzheimer|parkinson",
    "medicijn(?:en)?|medicatie|antidepressiva|diagnoses?",
    "zwanger(?:schap)?",
    "zelfmoord|su[iï]cid[a-z]*",
  ].join("|")})(?![\\wà-ü])`,
  "i",
);
const SHORT_ILLNESS = /(?<!\w)(?:ADD|ASS|LVB|NAH|CVA)(?!\w)/;

// Eight or nine digits that pass the elfproef and are no date.
export const looksLikeBsn = (text) =>
  (withoutDates(text).match(NUMBER) ?? []).some((found) => passes(found.replace(/\D/g, "").padStart(9, "0")));

function passes(digits) {
  const sum = [...digits].reduce((total, digit, place) => total + digit * (place === 8 ? -1 : 9 - place), 0);
  return sum !== 0 && sum % 11 === 0;
}

const withoutDates = (text) => text.replaceAll(DATE, "§");

const KINDS = {
  bsn: looksLikeBsn,
  mail: (text) => MAIL.test(text),
  telefoon: (text) => PHONE.test(withoutDates(text).replaceAll(/[()]/g, " ")),
  postcode: (text) => POSTCODE.test(text) || SMALL_POSTCODE.test(text),
  geboortedatum: (text) => BORN.test(text) || [...text.matchAll(DATE)].some(isLongAgo),
  ziekte: (text) => ILLNESS.test(text) || SHORT_ILLNESS.test(text),
};

function isLongAgo({ groups: { first, last } }) {
  const year = Number(first ?? last);
  return year >= 1900 && year <= new Date().getFullYear() - YOUNGEST;
}

export const traces = (text) => Object.keys(KINDS).filter((kind) => KINDS[kind](text));
