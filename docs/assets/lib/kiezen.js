// What is chosen by name, in an order: a box for each there is, or of many (sources) one to pick from. Below
// stands what was chosen, with buttons to move it.
import { make } from "./make.js";

const idsIn = (field) =>
  field.value
    .split(",")
    .map((id) => id.trim())
    .filter(Boolean);
const moved = (by) => (ids, id) => {
  const at = ids.indexOf(id);
  return ids.with(at + by, id).with(at, ids[at + by]);
};
const without = (ids, id) => ids.filter((one) => one !== id);
const STEPS = {
  eerder: moved(-1),
  later: moved(1),
  eruit: without,
  erbij: (ids, id) => (id && !ids.includes(id) ? [...ids, id] : ids),
  alles: (ids, _, list) => [...ids, ...list.map(([id]) => id).filter((id) => !ids.includes(id))],
  niets: () => [],
};

function button(step, id, text, name = "") {
  const made = make("button", { type: "button", className: "knop", value: id }, text);
  made.dataset.zet = step;
  if (name) made.append(make("span", { className: "alleen-lezer" }, `: ${name}`));
  return made;
}

/** Show in a box what there is, [[id, name]], and what of it is chosen; `changed` is called when somebody chooses. */
export function choices(box, list, changed) {
  const field = box.querySelector("[data-veld]");
  if (!box.act) for (const type of ["click", "change"]) box.addEventListener(type, choose);
  box.act = (step, id) => {
    field.value = STEPS[step](idsIn(field), id, box.list).join(", ");
    changed();
  };
  const isOther = box.list !== list;
  if (!isOther && box.value === field.value) return;
  Object.assign(box, { list, value: field.value });
  showOrder(box, idsIn(field));
  if (box.matches("fieldset")) showBoxes(box, idsIn(field), isOther);
}

// The order of what is chosen.
function showOrder(box, chosen) {
  const names = new Map(box.list);
  const items = chosen.map((id, at) => {
    const name = names.get(id) ?? `«${id}», dat niet meer bestaat`;
    const hasBox = box.matches("fieldset") && names.has(id);
    const steps = [at && "eerder", at < chosen.length - 1 && "later", !hasBox && "eruit"].filter(Boolean);
    const said = { eerder: "Naar voren", later: "Naar achteren", eruit: "Haal weg" };
    return make("li", {}, `${name} `, ...steps.flatMap((step) => [button(step, id, said[step], name), " "]));
  });
  box.querySelector("ol").replaceChildren(...items);
}

// A box for each there is, in an order that stays while one chooses.
function showBoxes(box, chosen, isOther) {
  const { veld } = box.querySelector("[data-veld]").dataset;
  if (isOther) {
    const boxes = box.list.map(([id, name]) => {
      const field = make("input", { type: "checkbox", id: `${box.id}--${id}`, value: id });
      field.dataset.voor = veld;
      return make("div", { className: "keuze" }, field, make("label", { htmlFor: field.id }, name));
    });
    const all = [button("alles", "", "Vink alles aan"), " ", button("niets", "", "Vink niets aan")];
    box.querySelector(".gekozen__alle")?.remove();
    box
      .querySelector("ol")
      .before(make("div", { className: "gekozen__alle" }, make("p", {}, ...all), make("div", {}, ...boxes)));
  }
  for (const field of box.querySelectorAll("[type=checkbox]")) field.checked = chosen.includes(field.value);
}

// The button that was pressed keeps the focus, or what stands in its place.
function choose({ type, target, currentTarget: box }) {
  const picked = box.querySelector("select");
  if (type === "change") {
    if (target.type === "checkbox") box.act(target.checked ? "erbij" : "eruit", target.value);
    return;
  }
  const pressed = target.closest("[data-zet]");
  if (!pressed) return;
  const { zet } = pressed.dataset;
  const id = zet === "erbij" ? picked.value : pressed.value;
  box.act(zet, id);
  if (zet === "erbij") picked.value = "";
  const same = box.querySelector(`[data-zet=${zet}][value="${id}"]`) ?? box.querySelector(`[value="${id}"][data-zet]`);
  (same ?? picked ?? box.querySelector("[type=checkbox], button")).focus();
}
