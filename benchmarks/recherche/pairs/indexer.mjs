// `node indexer.mjs ENGINE LANGUAGE DOCUMENTS.json FOLDER`: the index of an engine, and the page that searches it.

import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { lire, module } from "./langue.mjs";

const [, , nom, code, source, dossier] = process.argv;
const ici = dirname(fileURLToPath(import.meta.url));
const esbuild = join(ici, "../../../node_modules/esbuild/bin/esbuild");
const moteur = await import(`./${nom}.mjs`);
const documents = JSON.parse(readFileSync(source, "utf8"));
const langue = await lire(code);

mkdirSync(dossier, { recursive: true });
if (moteur.ecrire) await moteur.ecrire(documents, langue, dossier);
else for (const [fichier, texte] of Object.entries(await moteur.indexer(documents, langue))) writeFileSync(join(dossier, fichier), texte);
copyFileSync(join(ici, "page.html"), join(dossier, "index.html"));
copyFileSync(join(ici, "page.js"), join(dossier, "page.js"));
const options = ["--bundle", "--minify", "--format=esm", "--loader=js", "--log-level=error", "--external:pagefind"];
writeFileSync(join(dossier, "moteur.js"), execFileSync(process.execPath, [esbuild, ...options], { cwd: ici, input: module(nom, code) }));
