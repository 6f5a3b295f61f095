// After twenty minutes without input the case is covered, also when a page opens that late. Nothing is lost by it.
import { casus, isLeeg, rust } from "./casus.js";
import { make } from "./make.js";

const LONG = 20 * 60_000;
let seen = 0;
let title;

const dialog = make(
  "dialog",
  { className: "dekking", onclose: show, oncancel: (event) => event.preventDefault() },
  make("h2", {}, "Even bedekt"),
  make("p", {}, "Er is twintig minuten niets gedaan. Alles staat er nog. Afdrukken kan na «Ga verder»."),
  make("button", { className: "knop knop--eerst", onclick: () => dialog.close() }, "Ga verder"),
  make("wis-alles"),
);

function look() {
  if (isLeeg()) return dialog.open && dialog.close();
  if (dialog.open || Date.now() - Math.max(seen, casus().op) < LONG) return;
  title = document.title;
  document.title = "Leidraad Gewogen Maatwerk";
  document.documentElement.toggleAttribute("data-gedekt", true);
  document.body.append(dialog);
  dialog.showModal();
}

function show() {
  seen = Date.now();
  document.title = title;
  document.documentElement.removeAttribute("data-gedekt");
}

for (const type of ["keydown", "pointerdown", "input"])
  addEventListener(type, ({ isTrusted }) => isTrusted && !dialog.open && (seen = Date.now()), true);
for (const type of ["visibilitychange", "gewist"]) document.addEventListener(type, look);
addEventListener("pagehide", () => dialog.open || rust(seen));
setInterval(look, 15_000);
queueMicrotask(look);
