/* Entry of the component: one of two views, each rebuilt from the data of the latest run. Text enters the page only through textContent. */
import { drawReport } from "./report.js";
import { drawSummary } from "./summary.js";

const VIEWS = { report: drawReport, summary: drawSummary };
const remembered = new WeakMap();

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".root");
  if (!root || !data) return undefined;
  for (const [tone, [light, dark]] of Object.entries(data.tones ?? {})) {
    root.style.setProperty(`--tone-${tone}`, `light-dark(${light}, ${dark})`);
  }
  const memory = remembered.get(root) ?? {};
  remembered.set(root, memory);
  VIEWS[data.view](root, data, memory, (event) => setTriggerValue("pick", event));
  return undefined;
}
