/** The fields of a document that are searched. */
export const CHAMPS = ["nom", "autres", "resume", "services", "nature", "themes", "mots", "lieux"];
