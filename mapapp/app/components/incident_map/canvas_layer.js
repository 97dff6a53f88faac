/* A layer of our own for Leaflet: one canvas, drawn by a given function. */

/* A canvas that Leaflet moves and scales with the map; drawn anew after each move. */
export function canvasLayer(L, pane, draw) {
  const Layer = L.Layer.extend({
    options: { pane, padding: 0.3 },
    onAdd() {
      this.canvas = L.DomUtil.create("canvas", "leaflet-zoom-animated background-canvas");
      this.canvas.setAttribute("aria-hidden", "true");
      this.getPane().appendChild(this.canvas);
      this.update();
    },
    onRemove() {
      this.canvas.remove();
      this.canvas = null;
    },
    getEvents() {
      return {
        viewreset: this.update,
        moveend: this.update,
        resize: this.update,
        zoomanim: (event) => this.stretch(event.center, event.zoom),
        zoom: () => this.stretch(this._map.getCenter(), this._map.getZoom()),
      };
    },
    stretch(center, zoom) {
      if (!this.canvas || this.zoom === undefined) return;
      const map = this._map;
      const scale = map.getZoomScale(zoom, this.zoom);
      const half = map.getSize().multiplyBy(0.5 + this.options.padding);
      const offset = half.multiplyBy(-scale).add(map.project(this.center, zoom)).subtract(map._getNewPixelOrigin(center, zoom));
      L.DomUtil.setTransform(this.canvas, offset, scale);
    },
    update() {
      if (!this.canvas || !this._map) return;
      const map = this._map;
      const size = map.getSize();
      const corner = map.containerPointToLayerPoint(size.multiplyBy(-this.options.padding)).round();
      const whole = size.multiplyBy(1 + 2 * this.options.padding).round();
      this.center = map.getCenter();
      this.zoom = map.getZoom();
      const density = window.devicePixelRatio || 1;
      this.canvas.width = whole.x * density;
      this.canvas.height = whole.y * density;
      this.canvas.style.width = `${whole.x}px`;
      this.canvas.style.height = `${whole.y}px`;
      L.DomUtil.setPosition(this.canvas, corner);
      const context = this.canvas.getContext("2d");
      const origin = map.getPixelOrigin().add(corner);
      draw(context, { origin, width: whole.x, height: whole.y, zoom: this.zoom, scale: 256 * 2 ** this.zoom, density });
    },
  });
  return new Layer();
}
