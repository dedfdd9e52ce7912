/** The pigeonhole of an id among `nombre`, as search/casiers.py has it: FNV-1a on 32 bits. */
export function casier(id, nombre) {
  let empreinte = 0x811c9dc5;
  for (let i = 0; i < id.length; i += 1) empreinte = Math.imul(empreinte ^ id.charCodeAt(i), 0x01000193);
  return (empreinte >>> 0) % nombre;
}
