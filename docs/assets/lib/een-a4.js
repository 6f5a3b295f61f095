// A sheet that is about to be printed → one A4: smaller type first, then as many of the lines that can wait as it holds.
// The style sheet gives .als-papier the type of paper, also while it is measured; [data-vol] says how full it is, .rest
// what waits.
export const FULL = ["", "klein", "kleiner"];
const MM = 96 / 25.4;

/** lines: what may wait for the text, the first to go first; high: mm that are left beside what the page prints, here that
 * of a case; sizes: of its type, the largest first; more: what comes where there is room left, and makes no type smaller.
 * Gives how many sheets it takes, and what takes it all back. */
export function pasOpEenA4(sheet, lines = [], high = 215, sizes = FULL, more = []) {
  const undo = () => {
    sheet.classList.remove("als-papier");
    sheet.removeAttribute("data-vol");
    for (const part of sheet.querySelectorAll(".rest")) part.classList.remove("rest");
  };
  undo();
  sheet.classList.add("als-papier", "gemeten");
  const fits = (full = "te-vol") => {
    sheet.dataset.vol = full;
    for (const head of sheet.querySelectorAll("h4")) head.classList.toggle("rest", isBare(head));
    return sheet.offsetHeight <= high * MM;
  };
  for (const line of more) line.classList.add("rest");
  if (!sizes.some((full) => fits(full))) {
    fits(); // also where no line can wait
    for (const line of lines) line.classList.add("rest");
    for (const line of lines.reverse()) {
      line.classList.remove("rest");
      line.classList.toggle("rest", !fits());
    }
  }
  for (const line of more) {
    line.classList.remove("rest");
    line.classList.toggle("rest", sheet.offsetHeight > high * MM);
  }
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
