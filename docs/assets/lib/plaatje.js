// Words on an ordered scale, moment by moment → a drawing beside the table that holds the same. No line, no colour for
// good or bad: dots at words, and under them what happened besides.
const NS = "http://www.w3.org/2000/svg";
const [LEFT, STEP] = [118, 34];

const draw = (name, values, ...inside) => {
  const element = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(values)) element.setAttribute(key, value);
  element.append(...inside);
  return element;
};

/** Return an SVG. woorden: the words from low to high; keren: [{titel, plekken: [place of a word], onder: [text]}]; breed: of a column. */
export function plaatje(naam, woorden, keren, breed = 120) {
  const bottom = woorden.length * STEP + 10;
  const notes = Math.max(0, ...keren.map(({ onder }) => onder.length));
  const [width, height] = [LEFT + keren.length * breed, bottom + 30 + notes * 20];
  const levels = woorden.flatMap((woord, place) => {
    const y = bottom - place * STEP - STEP / 2;
    return [draw("path", { d: `M${LEFT} ${y}H${width}` }), draw("text", { x: 0, y: y + 5 }, woord)];
  });
  const columns = keren.flatMap(({ titel, plekken, onder }, index) => {
    const x = LEFT + index * breed + breed / 2;
    const dots = plekken.map((place, nth) =>
      draw("circle", { cx: x + (nth - (plekken.length - 1) / 2) * 20, cy: bottom - place * STEP - STEP / 2, r: 8 }),
    );
    const text = [titel, ...onder].map((line, nth) =>
      draw("text", { x, y: bottom + 18 + nth * 20, class: nth ? "erbij" : "keer" }, line),
    );
    return [...dots, ...text];
  });
  return draw(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, width, role: "img", "aria-label": naam, class: "plaatje" },
    ...levels,
    ...columns,
  );
}
