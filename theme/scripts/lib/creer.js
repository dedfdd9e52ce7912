/** A new element with some of its properties. */
export const creer = (nom, proprietes) => Object.assign(document.createElement(nom), proprietes);
