const MARGE = 0.25;
/* Of the map's size, drawn beyond each side: a hand that moves the map a little asks for no new drawing. */
const FINESSE_MAX = 2;
/* Pixels of the screen to a pixel of the page: a third one doubles the work, and nobody sees it. */

/**
 * A layer that is one canvas. It is drawn again once the map shows what it does not hold, or has another zoom; until then
 * it is only moved. `peindre(contexte, {zoom, coin, taille, finesse})`: `coin` is its corner in pixels of the world.
 */
export function toile(L, peindre, options) {
  const Toile = L.Renderer.extend({
    options: { padding: MARGE },

    getEvents() {
      return { ...L.Renderer.prototype.getEvents.call(this), move: this._suivre };
    },

    redessiner() {
      if (!this._map) return;
      L.Renderer.prototype._update.call(this);
      this._taille = this._map.getSize();
      const taille = this._bounds.getSize();
      const finesse = Math.min(window.devicePixelRatio || 1, FINESSE_MAX);
      this._container.width = taille.x * finesse;
      this._container.height = taille.y * finesse;
      this._container.style.width = `${taille.x}px`;
      this._container.style.height = `${taille.y}px`;
      L.DomUtil.setPosition(this._container, this._bounds.min);
      const coin = this._map.getPixelOrigin().add(this._bounds.min);
      peindre(this._container.getContext("2d"), { zoom: this._zoom, coin, taille, finesse });
    },

    _initContainer() {
      this._container = L.DomUtil.create("canvas");
      this._bounds = undefined; // put on the map again, it holds nothing yet
      this._container.setAttribute("aria-hidden", "true");
    },

    _destroyContainer() {
      this._container.remove();
      delete this._container;
    },

    _update() {
      if (!(this._map._animatingZoom && this._bounds) && !this._montreTout()) this.redessiner();
    },

    _reset() {
      this.redessiner();
    },

    _suivre() {
      if (this._zoom === this._map.getZoom()) this._update();
    },

    _montreTout() {
      if (!this._bounds || this._zoom !== this._map.getZoom() || !this._taille.equals(this._map.getSize())) return false;
      const coin = this._map.containerPointToLayerPoint([0, 0]);
      return this._bounds.contains(L.bounds(coin, coin.add(this._taille)));
    },
  });
  return new Toile(options);
}
