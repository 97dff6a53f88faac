/* What a pin's bubble holds: one incident, or the list of all that share the pin. */

export function card(said, back, count) {
  const node = element("div", "card");
  if (back) {
    const button = element("button", "card-back", `‹ all ${count} here`);
    button.type = "button";
    button.addEventListener("click", (event) => {
      event.stopPropagation();
      back();
    });
    node.append(button);
  }
  node.append(element("div", "card-title", said.title));
  for (const line of said.lines) node.append(element("div", "card-line", line));
  if (said.quote) node.append(element("div", "card-quote", said.quote));
  return node;
}

export function list(incidents, pick) {
  const node = element("div", "card");
  node.append(element("div", "card-title", `${incidents.length} incidents here`));
  const items = element("ul", "card-list");
  for (const incident of incidents) {
    const button = element("button", "card-item");
    button.type = "button";
    button.append(
      element("span", "card-number", String(incident.said.number)),
      element("span", "card-name", incident.said.title),
    );
    button.addEventListener("click", (event) => {
      event.stopPropagation();
      pick(incident);
    });
    const item = element("li", "");
    item.append(button);
    items.append(item);
  }
  node.append(items);
  return node;
}

function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) {
    node.textContent = text;
    node.dir = "auto";
  }
  return node;
}
