/* The head of the findings: title, where it comes from, counts that add up, notes. */

const LOW_ON_SCREEN = 0.45;

export function drawSummary(root, data, memory) {
  const head = node("header", "summary");
  const about = node("div", "summary-about");
  if (data.title) about.append(node("h2", "title", data.title));
  const origin = node("p", "origin");
  for (const part of data.origin) origin.append(node("span", "origin-part", part));
  if (data.origin.length) about.append(origin);
  const counts = node("ul", "counts");
  for (const count of data.counts) counts.append(countEntry(count));
  const row = node("div", "summary-row");
  row.append(about, counts);
  head.append(row);
  if (data.unplaced.length) head.append(unplaced(data.unplaced));
  for (const note of data.notes) head.append(node("p", "note", note));
  root.replaceChildren(head);
  if (memory.report && memory.report !== data.report) bringUp(root);
  memory.report = data.report;
}

/* After reading a pasted text its findings may lie below the fold: show that something happened. */
function bringUp(root) {
  if (root.getBoundingClientRect().top < window.innerHeight * LOW_ON_SCREEN) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  root.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "start" });
}

function countEntry(count) {
  const entry = node("li", `count count-${count.tone}`);
  entry.append(node("strong", "count-head", count.head), node("span", "count-tail", count.tail));
  return entry;
}

function unplaced(names) {
  const details = node("details", "unplaced");
  details.open = names.length <= 3;
  details.append(
    node(
      "summary",
      "unplaced-head",
      names.length === 1
        ? "Not on the map, because no place is known:"
        : `${names.length} not on the map, because no place is known:`,
    ),
  );
  const list = node("ul", "unplaced-names");
  for (const name of names) list.append(node("li", "unplaced-name", name));
  details.append(list);
  return details;
}

function node(tag, className, text) {
  const element = document.createElement(tag);
  element.className = className;
  if (text !== undefined) {
    element.textContent = text;
    element.dir = "auto";
  }
  return element;
}
