/* Zoom, fit, scale, layers and the notice of sources, which is always visible. */

import { kindOf } from "./shapes.js";

const LAYERS = [
  ["incidents", "Incidents", "A pin is a site. An incident known only to lie somewhere in an area has no pin but a label."],
  ["areas", "Uncertainty", "The circle that holds the true place; dashed where only an area is known."],
  ["claims", "Distances", "From the place to the nearest point of the border, coast or other place it is counted from."],
  ["stated", "Stated areas", "Ring or sector where a stated distance leads. The one of the selected distance is always shown."],
  ["mentions", "Other places", "Named in the report, but nothing is said to have happened there."],
];

export function controls(atlas) {
  const { L, map } = atlas;
  L.control.zoom({ position: "topleft", zoomInTitle: "Zoom in", zoomOutTitle: "Zoom out" }).addTo(map);
  place(atlas, "topleft", fitButton(atlas));
  L.control.scale({ position: "bottomleft", imperial: false, maxWidth: 120 }).addTo(map);
  const sources = element("div", "notice");
  place(atlas, "bottomright", sources);
  return { notices: (notices) => write(sources, notices) };
}

function place(atlas, position, node) {
  const { L, map } = atlas;
  const control = L.control({ position });
  control.onAdd = () => {
    L.DomEvent.disableClickPropagation(node);
    L.DomEvent.disableScrollPropagation(node);
    return node;
  };
  control.addTo(map);
}

function fitButton(atlas) {
  const bar = element("div", "leaflet-bar");
  const button = element("button", "fit", "⤢");
  button.type = "button";
  button.title = "Show everything";
  button.setAttribute("aria-label", "Show everything");
  button.addEventListener("click", () => atlas.fit());
  bar.append(button);
  return bar;
}

/* Those of imported layers have no address: only text of their users. */
function write(node, notices) {
  const said = JSON.stringify(notices);
  if (node.dataset.said === said) return;
  node.dataset.said = said;
  node.replaceChildren();
  for (const { text, url } of notices) {
    if (node.childNodes.length) node.append(" · ");
    const part = element(url ? "a" : "bdi", "", text);
    if (url) {
      part.href = url;
      part.target = "_blank";
      part.rel = "noopener noreferrer";
    }
    node.append(part);
  }
}

export function layerPanel(atlas) {
  const details = element("details", "layers");
  const head = element("summary", "layers-head", "Layers");
  const body = element("div", "layers-body");
  details.append(head, body);
  place(atlas, "topright", details);
  const counts = new Map();
  for (const [layer, words, hint] of LAYERS) {
    const label = element("label", "layers-row");
    const box = element("input", "");
    box.type = "checkbox";
    box.checked = !atlas.hidden.has(layer);
    box.addEventListener("change", () => atlas.toggle(layer, box.checked));
    const count = element("span", "layers-count");
    counts.set(layer, { count, label });
    const name = element("span", "layers-name", words);
    name.append(" ", count);
    label.append(box, name, element("span", "layers-hint", hint));
    body.append(label);
  }
  return {
    update(features) {
      for (const [layer, { count, label }] of counts) {
        const all = features.filter((feature) => kindOf(feature) === layer);
        const drawn = all.filter((feature) => feature.geometry);
        label.hidden = layer === "stated" && all.length === 0;
        count.textContent = drawn.length === all.length ? `${all.length}` : `${drawn.length} of ${all.length}`;
      }
    },
  };
}

function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}
