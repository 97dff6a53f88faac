/* Entry of the component: draws exactly the FeatureCollection it is given. Text enters the page only through textContent. */
import { Atlas } from "./atlas.js";

const atlases = new WeakMap();

function leaflet(url) {
  window.mapappLeaflet ??= import(new URL(`${url}/leaflet-src.esm.js`, document.baseURI).href);
  return window.mapappLeaflet;
}

/* Leaflet measures its panes as soon as the map is made: without its sheet they would stand in the flow and be drawn wrongly. */
async function sheets(parent, url) {
  if (!parent.querySelector("link[data-leaflet]")) {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.dataset.leaflet = "";
    link.href = new URL(`${url}/leaflet.css`, document.baseURI).href;
    parent.prepend(link);
  }
  const pending = [...parent.querySelectorAll("link[rel=stylesheet]")].filter((link) => !link.sheet);
  await Promise.all(
    pending.map(
      (link) =>
        new Promise((resolve) => {
          link.addEventListener("load", resolve, { once: true });
          link.addEventListener("error", resolve, { once: true });
        }),
    ),
  );
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const frame = parentElement.querySelector(".frame");
  if (!frame || !data) return undefined;
  const emit = (event) => setTriggerValue("pick", event);
  const state = atlases.get(frame) ?? { latest: 0, ready: null };
  atlases.set(frame, state);
  state.latest += 1;
  const turn = state.latest;
  state.ready ??= Promise.all([leaflet(data.leafletUrl), sheets(parentElement, data.leafletUrl)]).then(
    ([L]) => new Atlas(L, frame, data),
  );
  state.ready.then((atlas) => {
    if (turn === state.latest) atlas.show(data, emit); // a newer run may have overtaken this one
  });
  return () => {
    setTimeout(() => {
      if (frame.isConnected) return;
      state.ready.then((atlas) => atlas.dispose());
      atlases.delete(frame);
    }, 0);
  };
}
