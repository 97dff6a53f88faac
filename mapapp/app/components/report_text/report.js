/* The annotated report: the text cut at every start and end of a mark, so that marks may overlap. Offsets are code points (Array.from). */

export function drawReport(root, data, memory, emit) {
  const signature = JSON.stringify([data.text, data.marks, data.legend]);
  if (memory.signature !== signature) {
    memory.signature = signature;
    build(root, data);
  }
  root.onclick = (event) => pick(event.target, emit);
  root.onkeydown = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    if (pick(event.target, emit)) event.preventDefault();
  };
  highlight(root, data.selected, memory.focus !== data.focus);
  memory.focus = data.focus;
}

function pick(target, emit) {
  const element = target.closest?.("[data-key]");
  if (!element) return false;
  emit({ what: element.dataset.what, key: element.dataset.key });
  return true;
}

function build(root, data) {
  const scroller = node("div", "scroller");
  scroller.tabIndex = 0;
  scroller.setAttribute("role", "region");
  scroller.setAttribute("aria-label", "Report text; marked words are buttons");
  const sheet = node("article", "sheet");
  sheet.dir = "auto";
  sheet.append(...segments(Array.from(data.text), data.marks));
  scroller.append(sheet);
  root.classList.add("is-report");
  root.replaceChildren(legend(data.legend), scroller);
}

function* boundaries(marks, length) {
  const cuts = new Set([0, length]);
  for (const mark of marks) {
    cuts.add(Math.min(mark.start, length));
    cuts.add(Math.min(mark.end, length));
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  for (let i = 0; i + 1 < sorted.length; i += 1) yield [sorted[i], sorted[i + 1]];
}

function segments(characters, marks) {
  const waiting = [...marks].sort((a, b) => a.start - b.start);
  const begun = new Set();
  const found = [];
  let active = [];
  let next = 0;
  for (const [start, end] of boundaries(marks, characters.length)) {
    while (next < waiting.length && waiting[next].start <= start) active.push(waiting[next++]);
    active = active.filter((mark) => mark.end > start);
    for (const mark of active) {
      if (mark.what === "incident" && mark.number && mark.start === start && !begun.has(mark)) {
        begun.add(mark);
        found.push(badge(mark));
      }
    }
    found.push(segment(characters.slice(start, end).join(""), active, start, end, begun));
  }
  return found;
}

function segment(text, active, start, end, begun) {
  if (active.length === 0) return document.createTextNode(text);
  const toponym = active.find((mark) => mark.what === "toponym");
  const claim = active.find((mark) => mark.what === "claim");
  const quote = active.find((mark) => mark.what === "incident");
  const main = toponym ?? claim ?? quote;
  const element = node(main === quote ? "span" : "mark", "segment");
  element.textContent = text;
  if (quote) element.classList.add("quote", `quote-${quote.tone}`);
  if (claim) {
    element.classList.add("claim", `claim-${claim.tone}`);
    element.style.setProperty("--claim", `var(--tone-${claim.tone})`);
    if (claim.end === end) element.classList.add("claim-end");
  }
  if (toponym) {
    element.classList.add("toponym", `role-${toponym.tone}`, `is-${toponym.state}`);
    element.style.setProperty("--role", `var(--tone-${toponym.tone})`);
  }
  element.dataset.what = main.what;
  element.dataset.key = main.key;
  element.dataset.covers = active.map((mark) => `${mark.what}:${mark.key}`).join(" ");
  element.dataset.start = start;
  if (main !== quote) makeButton(element, main, begun);
  return element;
}

function makeButton(element, mark, begun) {
  element.setAttribute("role", "button");
  element.setAttribute("aria-label", mark.label);
  element.title = mark.label;
  element.tabIndex = begun.has(mark) ? -1 : 0; // a mark cut in two is still one stop of the Tab key
  begun.add(mark);
}

function badge(mark) {
  const element = node("mark", `badge badge-${mark.tone}`);
  element.textContent = mark.number;
  element.dataset.what = mark.what;
  element.dataset.key = mark.key;
  element.dataset.covers = `incident:${mark.key}`;
  element.setAttribute("role", "button");
  element.setAttribute("aria-label", mark.label);
  element.title = mark.label;
  element.tabIndex = 0;
  return element;
}

function highlight(root, selected, move) {
  for (const element of root.querySelectorAll(".is-selected")) element.classList.remove("is-selected");
  if (!selected) return;
  const wanted = `${selected.what}:${selected.key}`;
  const hits = [...root.querySelectorAll("[data-covers]")].filter((element) =>
    element.dataset.covers.split(" ").includes(wanted),
  );
  for (const element of hits) element.classList.add("is-selected");
  const scroller = root.querySelector(".scroller");
  if (!move || hits.length === 0 || !scroller) return;
  const target = hits[0].getBoundingClientRect();
  const frame = scroller.getBoundingClientRect();
  if (target.top >= frame.top + 8 && target.bottom <= frame.bottom - 8) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  scroller.scrollTo({ top: scroller.scrollTop + target.top - frame.top - frame.height / 3, behavior: calm ? "auto" : "smooth" });
}

function legend(entries) {
  const list = node("ul", "legend");
  list.setAttribute("aria-label", "Legend");
  for (const entry of entries) {
    const item = node("li", "legend-entry");
    const sample = node("span", "segment sample");
    sample.textContent = entry.what === "incident" ? "1" : "abc";
    sample.setAttribute("aria-hidden", "true");
    if (entry.what === "toponym") {
      const state = entry.tone === "unresolved" || entry.tone === "rejected" ? entry.tone : "resolved";
      sample.classList.add("toponym", `role-${entry.tone}`, `is-${state}`);
      sample.style.setProperty("--role", `var(--tone-${entry.tone}, var(--tone-mention))`);
    } else if (entry.what === "claim") {
      sample.classList.add("claim", "claim-end", `claim-${entry.tone}`);
      sample.style.setProperty("--claim", `var(--tone-${entry.tone})`);
    } else {
      sample.className = `badge badge-${entry.tone} sample`;
    }
    const words = node("span", "legend-words");
    words.textContent = entry.words;
    item.append(sample, words);
    list.append(item);
  }
  return list;
}

function node(tag, className) {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}
