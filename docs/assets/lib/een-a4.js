// A sheet that is about to be printed → one A4: smaller type first, then without the lines that can wait. The style sheet
// gives .als-papier the type of paper, also while it is measured; [data-vol] says how full it is, .rest what waits.
const HIGH = 185; // mm that are left on an A4 beside what the page of a case prints
export const FULL = ["", "klein", "kleiner"];
const MM = 96 / 25.4;

/** lines: what may wait for the text, the first to go first; sizes: of its type, the largest first. Gives how many sheets it takes, and what takes it all back. */
export function pasOpEenA4(sheet, lines = [], high = HIGH, sizes = FULL) {
  const undo = () => {
    sheet.classList.remove("als-papier");
    sheet.removeAttribute("data-vol");
    for (const part of sheet.querySelectorAll(".rest")) part.classList.remove("rest");
  };
  undo();
  sheet.classList.add("als-papier", "gemeten");
  const fits = () => sheet.offsetHeight <= high * MM;
  for (const full of sizes) {
    sheet.dataset.vol = full;
    if (fits()) break;
  }
  if (!fits()) sheet.dataset.vol = "te-vol";
  const left = [...lines];
  while (left.length && !fits()) left.shift().classList.add("rest");
  for (const head of sheet.querySelectorAll("h4")) head.classList.toggle("rest", isBare(head));
  const papieren = Math.ceil(sheet.offsetHeight / (high * MM));
  sheet.classList.remove("gemeten");
  return { papieren, undo };
}

// a heading of which every line waits
function isBare(head) {
  let next = head.nextElementSibling;
  while (next?.matches(".rest, p:empty")) next = next.nextElementSibling;
  return !next || next.matches("h4");
}
