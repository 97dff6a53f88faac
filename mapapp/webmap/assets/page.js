(() => {
  const { map, pins, lines, layers, world } = mapapp;
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");

  drawWorld(map, world, scheme);
  drawNames(map, world.names);
  L.control.zoom({ position: "topright" }).addTo(map);
  L.control.scale({ imperial: false, position: "bottomright" }).addTo(map);

  /* Lists and map lead to each other. */
  const motion = () => ({ animate: !still.matches });
  const narrow = matchMedia("(max-width: 820px)");
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
  for (const button of document.querySelectorAll("[data-line]")) {
    button.addEventListener("click", () => {
      const line = lines[Number(button.dataset.line)];
      reveal();
      map.closePopup();
      map.fitBounds(line.getBounds(), { padding: [60, 60], maxZoom: 10, ...motion() });
      line.getElement()?.classList.add("is-found");
      setTimeout(() => line.getElement()?.classList.remove("is-found"), 1800);
    });
  }
  for (const box of document.querySelectorAll("[data-layer]")) {
    box.addEventListener("change", () => {
      const layer = layers[box.dataset.layer];
      if (box.checked) layer.addTo(map);
      else layer.remove();
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
