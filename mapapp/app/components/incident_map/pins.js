/* Incidents. Those that coincide on the screen share one pin with their number and a list: none hides another, and nothing is moved. */
import { card, list } from "./cards.js";

const TOGETHER_PX = 24;
const SVG = "http://www.w3.org/2000/svg";

export class Pins {
  constructor(atlas) {
    this.atlas = atlas;
    this.layer = atlas.L.layerGroup().addTo(atlas.map);
    this.incidents = [];
    this.groups = [];
    this.selected = "";
  }

  set(features, words) {
    this.incidents = features.map((feature) => {
      const [lat, lng] = this.atlas.meridian.points(feature.geometry)[0];
      return { id: feature.id, said: words[feature.id], latlng: this.atlas.L.latLng(lat, lng) };
    });
    this.incidents.sort((a, b) => a.said.number - b.said.number);
    this.grouping = undefined;
    this.regroup();
  }

  /* Pins are made anew only when a zoom changed who stands together: a rebuilt pin would lose the keyboard's focus. */
  regroup() {
    const { map } = this.atlas;
    const groups = [];
    for (const incident of this.incidents) {
      const point = map.latLngToLayerPoint(incident.latlng);
      const near = groups.find((group) => group.pin === incident.said.pin && group.point.distanceTo(point) < TOGETHER_PX);
      if (near) near.members.push(incident);
      else groups.push({ point, latlng: incident.latlng, pin: incident.said.pin, members: [incident] });
    }
    const grouping = JSON.stringify(groups.map(({ members }) => members.map(({ said }) => said.key)));
    if (grouping === this.grouping) return;
    this.grouping = grouping;
    this.layer.clearLayers();
    this.groups = groups;
    for (const group of groups) this.mark(group);
    this.highlight(this.selected);
  }

  mark(group) {
    const { L } = this.atlas;
    const names = group.members.map(({ said }) => said.title).join("; ");
    const label = group.members.length === 1 ? names : `${group.members.length} incidents here: ${names}`;
    const icon = group.pin
      ? L.divIcon({ html: pin(group), className: "pin-holder", iconSize: [30, 40], iconAnchor: [15, 39], popupAnchor: [0, -36] })
      : L.divIcon({ html: chip(group), className: "chip-holder", iconSize: [0, 0], popupAnchor: [0, -10] });
    group.marker = L.marker(group.latlng, { icon, keyboard: true, riseOnHover: true }).addTo(this.layer);
    group.element = group.marker.getElement();
    group.element.setAttribute("role", "button");
    group.element.setAttribute("aria-label", label);
    group.element.dataset.incidents = group.members.map(({ said }) => said.key).join(" ");
    group.element.dataset.count = group.members.length;
    group.marker.on("click", () => this.press(group));
    group.element.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      this.press(group);
    });
  }

  press(group) {
    if (group.members.length === 1) this.pick(group.members[0]);
    else this.list(group);
  }

  list(group) {
    this.popup(
      group,
      list(group.members, (incident) => this.pick(incident)),
    );
    this.opened.getElement()?.querySelector(".card-item")?.focus({ preventScroll: true });
  }

  pick(incident) {
    this.atlas.emit({ what: "incident", key: incident.said.key });
    this.show(incident);
  }

  /* Called when text or table selected an incident, or this map did: bring it into view and say what it is. */
  open(key) {
    const incident = this.incidents.find(({ said }) => said.key === key);
    if (!incident) {
      this.atlas.map.closePopup();
      return;
    }
    const view = this.atlas.map.getBounds().pad(-0.05);
    if (!view.contains(incident.latlng)) this.atlas.map.panTo(incident.latlng);
    if (this.shown !== key || !this.opened?.isOpen()) this.show(incident);
  }

  show(incident) {
    const group = this.groups.find(({ members }) => members.includes(incident));
    if (!group) return;
    const back = group.members.length > 1 ? () => this.list(group) : null;
    this.popup(group, card(incident.said, back, group.members.length));
    this.shown = incident.said.key;
  }

  popup(group, node) {
    this.shown = undefined;
    const anchor = this.atlas.L.point(0, group.pin ? -34 : -12);
    const options = { maxWidth: 300, minWidth: 200, offset: anchor, className: "bubble", autoPanPadding: [16, 16] };
    this.opened = this.atlas.L.popup(options).setLatLng(group.latlng).setContent(node).openOn(this.atlas.map);
  }

  highlight(wanted) {
    this.selected = wanted;
    for (const group of this.groups) {
      const hit = group.members.some(({ said }) => `incident:${said.key}` === wanted);
      group.element.classList.toggle("is-selected", hit);
      group.marker.setZIndexOffset(hit ? 1000 : 0);
    }
  }
}

function pin(group) {
  const element = document.createElement("div");
  const tone = toneOf(group);
  const vague = group.members.every(({ said }) => said.vague); // worked out from a distance: the point is but the middle of its circle
  element.className = `pin${vague ? " is-vague" : ""} is-${tone}${group.members.length > 1 ? " is-several" : ""}`;
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 30 40");
  svg.setAttribute("aria-hidden", "true");
  const drop = document.createElementNS(SVG, "path");
  drop.setAttribute("d", "M15 38.5C12.2 33 2.5 25 2.5 14.6a12.5 12.5 0 1 1 25 0C27.5 25 17.8 33 15 38.5z");
  drop.setAttribute("class", "pin-drop");
  svg.append(drop);
  const text = document.createElement("span");
  text.className = "pin-number";
  text.textContent = group.members.length === 1 ? group.members[0].said.number : `×${group.members.length}`;
  element.append(svg, text);
  return element;
}

/* Hollow where all that is told here is background, struck through where all is denied: neither may look like news. */
function toneOf(group) {
  const tones = new Set(group.members.map(({ said }) => said.tone));
  if (tones.has("news")) return "news";
  return tones.size === 1 ? [...tones][0] : "background";
}

/* An incident somewhere in an area has no point to stand on: its chip lies flat in the dashed circle. */
function chip(group) {
  const element = document.createElement("div");
  const tone = toneOf(group);
  element.className = `chip is-${tone}`;
  const sites = new Set(group.members.map(({ said }) => said.site));
  const number = group.members.length === 1 ? group.members[0].said.number : `×${group.members.length}`;
  element.textContent = `${number} · ${tone === "denied" ? "denied: " : ""}somewhere ${sites.size === 1 ? `in ${[...sites][0]}` : "here"}`;
  return element;
}
