/* The map: panes, controls, and the order in which a run's features come on it. */
import { drawAreas, drawClaims, drawMentions, drawStated, kindOf } from "./shapes.js";
import { settleLabels } from "./labels.js";
import { Pins } from "./pins.js";
import { card } from "./cards.js";
import { controls, layerPanel } from "./controls.js";
import { Meridian } from "./meridian.js";
import { WorldBackground } from "./world.js";

const NARROW_PX = 480;
const CONTROLS_PX = 52; // so wide is the column of buttons
const SMALL_SHARE = 0.25; // of the view: what is smaller cannot be seen well

export class Atlas {
  constructor(L, frame, data) {
    this.L = L;
    this.frame = frame;
    this.hidden = new Set(["stated"]);
    this.claims = new Map();
    this.stated = new Map();
    this.labels = [];
    this.names = [];
    this.feet = [];
    const box = document.createElement("div");
    box.className = "map";
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", "Map of the incidents. The tables below hold the same findings.");
    frame.replaceChildren(box);
    this.map = L.map(box, {
      zoomControl: false,
      attributionControl: false,
      minZoom: 1,
      maxZoom: 14,
      zoomSnap: 0.5,
      zoomDelta: 1,
      wheelPxPerZoomLevel: 90,
      maxBounds: [
        [-86, -720],
        [86, 720],
      ],
      maxBoundsViscosity: 0.8,
    });
    this.map.setView([25, 20], 2);
    this.panes();
    this.background = new WorldBackground(L, this.map, frame, data);
    this.shapes = L.layerGroup().addTo(this.map);
    this.spot = L.layerGroup().addTo(this.map);
    this.pins = new Pins(this);
    this.controls = controls(this);
    this.panel = layerPanel(this);
    this.map.on("zoomend", () => {
      this.pins.regroup();
      settleLabels(this);
    });
    this.observer = new ResizeObserver(() => this.resized());
    this.observer.observe(frame);
  }

  panes() {
    const heights = { world: 150, stated: 370, areas: 380, labels: 390, claims: 420, mentions: 430, claimLabels: 640 };
    for (const [name, height] of Object.entries(heights)) this.map.createPane(name).style.zIndex = height;
    for (const name of ["world", "labels"]) this.map.getPane(name).style.pointerEvents = "none";
  }

  resized() {
    this.map.invalidateSize({ animate: false });
    this.frame.classList.toggle("is-narrow", this.frame.clientWidth < NARROW_PX);
    if (this.fitLater && this.frame.clientWidth > 0) this.fit(false);
    settleLabels(this);
  }

  /* One run's data. Features are redrawn only when they changed, the view moves only when asked to. */
  show(data, emit) {
    this.emit = emit;
    this.data = data;
    for (const [tone, [light, dark]] of Object.entries(data.tones))
      this.frame.style.setProperty(`--tone-${tone}`, `light-dark(${light}, ${dark})`);
    this.background.theme();
    this.controls.notices(data.notices);
    const drawing = JSON.stringify([data.features, data.words]);
    if (drawing !== this.drawing) {
      this.drawing = drawing;
      this.map.closePopup();
      this.draw();
    }
    if (data.report !== this.report) {
      this.report = data.report;
      this.focus = undefined;
      this.fit(false);
      settleLabels(this);
    }
    this.select(data.selected, data.spot);
  }

  draw() {
    const { features, words } = this.data;
    this.meridian = new Meridian(features.features);
    this.shapes.clearLayers();
    this.labels = [];
    this.claims.clear();
    for (const { shape } of this.stated.values()) shape.remove();
    this.stated.clear();
    this.names = [];
    this.feet = [];
    const of = (layer) =>
      this.hidden.has(layer) ? [] : features.features.filter((feature) => kindOf(feature) === layer);
    drawStated(
      this,
      features.features.filter((feature) => kindOf(feature) === "stated"),
      words,
    );
    drawAreas(this, of("areas"), words);
    drawClaims(this, of("claims"), words);
    drawMentions(this, of("mentions"), words);
    this.pins.set(
      of("incidents").filter((feature) => feature.geometry),
      words,
    );
    this.background.reserve(this.names.map(({ at, name }) => [at[0], at[1], name.offsetWidth + 24]));
    settleLabels(this);
    this.panel.update(features.features);
    const placed = features.features.some((feature) => feature.geometry && feature.properties.layer === "incidents");
    this.frame.classList.toggle("is-empty", !placed);
  }

  toggle(layer, shown) {
    if (shown) this.hidden.delete(layer);
    else this.hidden.add(layer);
    this.map.closePopup();
    this.draw();
    this.highlight(this.data.selected);
  }

  /* Incidents and checked lines make the frame; only when there are none, the other places do. */
  bounds() {
    const shown = this.data.features.features.filter((feature) => feature.geometry);
    for (const layers of [
      ["incidents", "claims"],
      ["areas", "stated", "mentions"],
    ]) {
      const wanted = shown.filter((feature) => layers.includes(kindOf(feature)));
      const bounds = this.L.latLngBounds([]);
      for (const feature of wanted) this.extend(bounds, feature);
      if (bounds.isValid()) return bounds;
    }
    return null;
  }

  extend(bounds, feature) {
    for (const latlng of this.meridian.points(feature.geometry)) bounds.extend(latlng);
    const radius_m = this.data.words[feature.id]?.radius_m;
    if (feature.geometry.type === "Point" && radius_m)
      bounds.extend(this.around(this.meridian.points(feature.geometry)[0], radius_m));
  }

  around([lat, lng], radius_m) {
    return this.L.latLng(lat, lng).toBounds(Math.min(radius_m, 2500000) * 2);
  }

  fit(animate = true) {
    this.fitLater = this.frame.clientWidth === 0;
    if (this.fitLater) return;
    this.map.invalidateSize({ animate: false });
    const bounds = this.bounds();
    if (!bounds) {
      this.map.setView([25, 20], 2, { animate });
      return;
    }
    const narrow = this.frame.clientWidth < NARROW_PX;
    const side = narrow ? 36 : 70;
    const below = this.labels.length ? (narrow ? 130 : 96) : 56; // room for the labels of short lines and the notice
    this.map.fitBounds(bounds, { paddingTopLeft: [side, 70], paddingBottomRight: [side, below], maxZoom: 8, animate });
  }

  select(selected, spot) {
    const moved = this.data.focus !== this.focus;
    this.focus = this.data.focus;
    this.highlight(selected);
    this.spot.clearLayers();
    if (selected && spot) this.pointAt(spot);
    if (!moved || !selected) return;
    if (selected.what === "incident") {
      this.pins.open(selected.key);
      return;
    }
    this.map.closePopup();
    const stated = selected.what === "claim" ? this.stated.get(selected.key) : undefined;
    const flies = (spot || stated) && this.bring(spot, stated);
    const claim = selected.what === "claim" && (this.claims.get(selected.key) ?? stated);
    const focus = this.focus;
    if (claim && flies) this.map.once("moveend", () => focus === this.focus && this.explain(claim));
    else if (claim) this.explain(claim);
  }

  /* Why a distance fits or does not: the sentence stands above the line's upper end, so that it hides neither line nor pin. */
  explain({ said, top, pinned }) {
    const offset = this.L.point(0, pinned ? -36 : -24);
    const width = Math.min(320, this.frame.clientWidth - CONTROLS_PX - 70);
    const clear = { autoPanPaddingTopLeft: [CONTROLS_PX, CONTROLS_PX], autoPanPaddingBottomRight: [16, 16] };
    const options = { maxWidth: width, minWidth: Math.min(220, width), offset, className: "bubble", ...clear };
    this.L.popup(options)
      .setLatLng(top)
      .setContent(card(said, null, 1))
      .openOn(this.map);
  }

  /* The stated area of the selected claim, and of the one under the mouse or in the keyboard's focus. */
  glance(key) {
    this.glanced = key;
    const chosen = this.data.selected?.what === "claim" ? this.data.selected.key : undefined;
    for (const [of, { shape }] of this.stated) {
      const found = of === key || of === chosen;
      if (found || !this.hidden.has("stated")) shape.addTo(this.map);
      else shape.remove();
      shape.getElement()?.classList.toggle("is-found", found);
    }
  }

  highlight(selected) {
    this.glance(this.glanced);
    const wanted = selected ? `${selected.what}:${selected.key}` : "";
    for (const element of this.frame.querySelectorAll("[data-thing]"))
      element.classList.toggle("is-selected", element.dataset.thing === wanted);
    this.pins.highlight(wanted);
    settleLabels(this);
  }

  /* A ring round the place of the selected name, whether it is drawn as a feature or not. */
  pointAt(spot) {
    if (spot.what !== "toponym") return;
    const at = this.meridian.latlng(spot.lat, spot.lon);
    if (spot.radius_m > 3000)
      this.L.circle(at, { radius: spot.radius_m, pane: "areas", className: "spot-area", interactive: false }).addTo(this.spot);
    const name = document.createElement("span");
    name.className = "spot-name";
    name.textContent = spot.title;
    const icon = this.L.divIcon({ html: name, className: "spot-ring", iconSize: [26, 26] });
    this.L.marker(at, { icon, pane: "claimLabels", zIndexOffset: 1000, interactive: false, keyboard: false }).addTo(this.spot);
  }

  /* Move only when the thing is not comfortably in view: a map that jumps at every click is unreadable. */
  bring(spot, stated) {
    const bounds = this.L.latLngBounds([]);
    if (stated) bounds.extend(stated.bounds);
    if (spot) bounds.extend(this.meridian.latlng(spot.lat, spot.lon));
    for (const [lat, lon] of spot?.also ?? []) bounds.extend(this.meridian.latlng(lat, lon));
    if (spot?.radius_m > 3000) bounds.extend(this.around(this.meridian.latlng(spot.lat, spot.lon), spot.radius_m));
    const view = this.map.getBounds().pad(-0.08);
    const size = this.map.getSize();
    const [low, high] = [bounds.getSouthWest(), bounds.getNorthEast()].map((corner) => this.map.latLngToContainerPoint(corner));
    const small = spot?.what !== "toponym" && Math.max((high.x - low.x) / size.x, (low.y - high.y) / size.y) < SMALL_SHARE;
    const closest = this.map.getZoom() >= 9;
    if (view.contains(bounds) && !(small && !closest)) return false;
    const above = spot?.what === "toponym" ? 60 : Math.min(280, 0.48 * size.y); // room for the bubble that says why
    this.map.flyToBounds(bounds, {
      paddingTopLeft: [60, above],
      paddingBottomRight: [60, 60],
      maxZoom: small ? 9 : Math.max(7, Math.min(9, this.map.getZoom())),
      duration: 0.6,
    });
    return true;
  }

  dispose() {
    this.observer.disconnect();
    this.background.dispose();
    this.map.remove();
  }
}
