// What is wrong in a form → said at its field, and in a list that takes the focus.
import { make } from "./make.js";

/** errors: [[field, text, …what stands behind it]]; none takes away what was wrong. True when something is. */
export function refuse(form, errors) {
  form.refused();
  if (!errors.length) return false;
  form.say("", ...form.$$("[data-doe=terug]")); // what was said before is over; it can be put back still
  form.refused = () => clear(form);
  document.title = `Fout: ${document.title}`;
  for (const [field, text, ...more] of errors) {
    for (let part = field; (part = part.parentElement.closest("details")); ) part.open = true;
    const said = make("p", { className: "fout", id: `${field.id}--fout` }, make("strong", {}, "Fout: "), text, ...more);
    field.closest("fieldset, p, .kiezer, vrij-veld").querySelector("legend, label").after(said);
    field.setAttribute("aria-invalid", "true");
    described(field, (ids) => [said.id, ...ids]);
  }
  const box = form.$(".fouten");
  box.hidden = false;
  box.replaceChildren(make("strong", {}, "Er klopt iets niet"), make("ul", {}, ...errors.map(linked)));
  box.focus();
  return true;
}

function linked([field, text]) {
  const onclick = (event) => {
    event.preventDefault();
    field.focus();
  };
  return make("li", {}, make("a", { href: `#${field.id}`, onclick }, text));
}

function clear(form) {
  form.$(".fouten").hidden = true;
  document.title = document.title.replace(/^Fout: /, "");
  for (const old of form.$$(".fout")) old.remove();
  for (const field of form.$$("[aria-invalid]")) {
    field.removeAttribute("aria-invalid");
    described(field, (ids) => ids.filter((id) => !id.endsWith("--fout")));
  }
}

export function described(field, change) {
  const name = "aria-describedby";
  const ids = change(field.getAttribute(name)?.split(" ") ?? []);
  if (ids.length) field.setAttribute(name, ids.join(" "));
  else field.removeAttribute(name);
}
