// An element with its values and what is in it.
export const make = (name, values = {}, ...inside) => {
  const element = Object.assign(document.createElement(name), values);
  element.append(...inside);
  return element;
};

// A box or a dot to choose, with its label.
export const vakje = (field, label) =>
  make("div", { className: "keuze keuzevak" }, make("input", field), make("label", { htmlFor: field.id }, label));
