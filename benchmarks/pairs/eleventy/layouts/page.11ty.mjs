import { readFileSync } from "node:fs";

// What stands around every page is read once, as a cached partial is.
const parts = new Map();
const part = (name) => {
  if (!parts.has(name)) parts.set(name, readFileSync(new URL(`${name}.html`, import.meta.url), "utf8"));
  return parts.get(name);
};

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const e = (text) => String(text).replace(/[&<>"']/g, (sign) => SIGNS[sign]);
const piece = (value) => (Array.isArray(value) ? `<a href="${e(value[1])}" rel="noreferrer">${e(value[0])}</a>` : e(value));
const text = (value) => (Array.isArray(value) ? value.map(piece).join("") : e(value));

function block({ texte, morceaux, liste, faits, legende, semaine }) {
  if (texte ?? morceaux) return `\n<p>${text(texte ?? morceaux)}</p>`;
  if (liste) return `\n<ul>${liste.map((item) => `\n<li>${text(item)}</li>`).join("")}\n</ul>`;
  if (faits) {
    const rows = faits.map(([term, value]) => `\n<div><dt>${e(term)}</dt><dd>${text(value)}</dd></div>`);
    return `\n<dl class="faits">${rows.join("")}\n</dl>`;
  }
  const rows = semaine.map(([day, hours]) => `\n<tr><th scope="row">${e(day)}</th><td>${e(hours)}</td></tr>`);
  return `\n<table class="semaine">\n<caption class="invisible">${e(legende)}</caption>\n<tbody>${rows.join("")}\n</tbody>\n</table>`;
}

const section = ({ niveau, titre, blocs = [] }) =>
  `\n<section>\n<h${niveau}>${e(titre)}</h${niveau}>${blocs.map(block).join("")}\n</section>`;

export function render({ title, description, entete, pied, sections, page }) {
  return `<!doctype html>
<html lang="fr" dir="ltr">
<head>
${part("tete")}<title>${e(title)}</title>
<meta name="description" content="${e(description)}">
<link rel="canonical" href="https://carte-sociale.example${page.url}">
</head>
<body data-page="organisation" data-langue="fr">
${part(entete)}<main id="contenu" tabindex="-1">
<article class="organisation">${sections.map(section).join("")}
</article>
</main>
${part(pied)}</body>
</html>
`;
}
