// A QR code of the list, dark on white whatever the scheme, with the four white modules around it that readers need. What
// draws it is a script of its own, asked for once a list is shown: who only looks at the page does not pay for it.

const MARGE = 4;
const SVG = "http://www.w3.org/2000/svg";

/** The drawing of some rows of modules, one stroke a run of dark ones. */
export function dessiner(rangees) {
  const cote = rangees.length + 2 * MARGE;
  const [svg, trace] = ["svg", "path"].map((nom) => document.createElementNS(SVG, nom));
  svg.setAttribute("class", "qr qr--liste");
  svg.setAttribute("viewBox", `${-MARGE} ${-MARGE} ${cote} ${cote}`);
  svg.setAttribute("aria-hidden", "true"); // the address is written beside it
  svg.setAttribute("shape-rendering", "crispEdges");
  trace.setAttribute("d", traits(rangees));
  svg.append(trace);
  return svg;
}

/** The data of a path over dark modules, each one unit wide, from the code's own corner. */
export function traits(rangees) {
  return rangees.map((rangee, y) => {
    let texte = "";
    for (let x = 0; x < rangee.length; x += 1) {
      let fin = x;
      while (rangee[fin]) fin += 1;
      if (fin > x) texte += `M${x} ${y}.5h${fin - x}`;
      x = Math.max(x, fin);
    }
    return texte;
  }).join("");
}
