(() => {
  const { map, pins, lines, stated, layers, world } = mapapp;
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  const narrow = matchMedia("(max-width: 820px)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");

  /* Labels say their line's figures while there is room; where two would overlap, the milder verdict keeps its sign only, and
     where even that has no room, waits for a closer view. */
  const gravity = (label) => ["v-contradicted", "v-by_road_if_obstacle", "v-by_road"].findIndex((look) => label.classList.contains(look)) + 1 || 9;
  let chosen = null;

  function layLabels() {
    const labels = lines.map((line) => ({ line, tip: line.getTooltip(), node: line.getTooltip()?.getElement() })).filter(({ node }) => node);
    labels.sort((a, b) => (b.line === chosen) - (a.line === chosen) || gravity(a.node) - gravity(b.node));
    /* On a narrow screen the labels would hide the pins, which the map is for. */
    const taken = narrow.matches ? [...document.querySelectorAll(".pin, .ring")].map((pin) => pin.getBoundingClientRect()) : [];
    for (const { line, tip, node } of labels) {
      const lay = (short) => {
        node.classList.toggle("is-short", short);
        tip.update();
        return node.getBoundingClientRect();
      };
      const meets = (box) => line !== chosen && taken.some((other) => other.left < box.right && other.right > box.left && other.top < box.bottom && other.bottom > box.top);
      let box = lay(false);
      if (meets(box)) box = lay(true);
      const waits = meets(box);
      node.classList.toggle("is-waiting", waits);
      if (!waits) taken.push(box);
    }
  }
  map.on("moveend", layLabels);
  layLabels();

  drawWorld(map, world, scheme);
  drawNames(map, world.names);
  L.control.zoom({ position: "topright" }).addTo(map);
  L.control.scale({ imperial: false, position: "bottomright" }).addTo(map);

  /* Lists and map lead to each other. */
  const motion = () => ({ animate: !still.matches });
  const stage = document.querySelector(".stage");

  function reveal() {
    if (narrow.matches) stage.scrollIntoView({ block: "start", behavior: still.matches ? "auto" : "smooth" });
  }

  for (const button of document.querySelectorAll("[data-pin]")) {
    button.addEventListener("click", () => {
      const pin = pins[Number(button.dataset.pin)];
      reveal();
      if (!map.getBounds().pad(-0.1).contains(pin.getLatLng())) map.panTo(pin.getLatLng(), motion());
      pin.openPopup();
      const cards = pin.getPopup().getContent().querySelectorAll(".card");
      const title = button.querySelector("b").textContent;
      const card = [...cards].find((one) => one.querySelector("h3").textContent === title);
      if (card && cards.length > 1) card.scrollIntoView({ block: "nearest" });
    });
  }
  /* A claim that is selected shows its line and the area that it states; that area stays until another is selected or Escape is pressed. */
  let selected = null;

  function clear() {
    for (const entry of document.querySelectorAll(".entry[aria-pressed=true]")) entry.setAttribute("aria-pressed", "false");
    if (selected) hide(selected);
    selected = null;
    chosen = null;
  }

  function show(area, found = true) {
    area.addTo(map);
    area.eachLayer((part) => {
      part.bringToBack();
      part.getElement()?.classList.toggle("is-found", found);
    });
  }

  function hide(area) {
    if (map.hasLayer(layers.stated)) show(area, false);
    else area.remove();
  }

  for (const button of document.querySelectorAll("[data-line], [data-area]")) {
    const line = lines[Number(button.dataset.line ?? NaN)];
    const area = stated[Number(button.dataset.area ?? NaN)];
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => {
      reveal();
      map.closePopup();
      clear();
      button.setAttribute("aria-pressed", "true");
      const bounds = L.latLngBounds([]);
      if (line) {
        chosen = line;
        bounds.extend(line.getBounds());
      }
      if (area) {
        selected = area;
        show(area);
        bounds.extend(area.getBounds());
      }
      map.fitBounds(bounds, { padding: [40, 40], maxZoom: 10, ...motion() });
      layLabels();
      line?.getElement()?.classList.add("is-found");
      setTimeout(() => line?.getElement()?.classList.remove("is-found"), 1800);
    });
    if (!line || !area) continue;
    line.on("mouseover", () => show(area));
    line.on("mouseout", () => {
      if (selected !== area) hide(area);
    });
  }
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") clear();
  });
  for (const box of document.querySelectorAll("[data-layer]")) {
    box.addEventListener("change", () => {
      const layer = layers[box.dataset.layer];
      if (box.checked) layer.addTo(map);
      else layer.remove();
      if (layer === layers.claims) layLabels();
      if (layer !== layers.stated) return;
      if (box.checked) stated.forEach((area) => show(area, area === selected));
      else if (selected) show(selected);
    });
  }
  /* Imported layers bring notices of their own: scale and legend stand above as many lines as there are. */
  const notices = document.querySelector(".notices");
  const room = () => stage.style.setProperty("--notices", `${notices.offsetHeight}px`);
  new ResizeObserver(room).observe(notices);
  room();
  if (narrow.matches) document.querySelector(".legend").open = false;
  document.documentElement.dataset.ready = "yes";
})();
