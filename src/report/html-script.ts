/** What the page does with a script: filters, deep links, keys, copying. Without it everything can be read all the same. */
export const script = `
"use strict";
const form = document.getElementById("filters");
const search = document.getElementById("search");
const chapter = document.getElementById("chapter");
const found = document.getElementById("found");
const requirements = [...document.querySelectorAll(".requirement")];
const texts = new Map(requirements.map((one) => [one, one.textContent.toLowerCase()]));
const total = requirements.length;

function chosen(name) {
  return new Set([...form.querySelectorAll("input[name=" + name + "]:checked")].map((box) => box.value));
}

function filter() {
  const verdicts = chosen("verdict");
  const levels = chosen("level");
  const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
  for (const one of requirements) {
    const { verdict, level, suite } = one.dataset;
    const isMeant = verdicts.has(verdict) && levels.has(level) && (chapter.value === "" || chapter.value === suite);
    one.hidden = !isMeant || !words.every((word) => texts.get(one).includes(word));
  }
  for (const section of document.querySelectorAll(".chapter"))
    section.hidden = section.querySelector(".requirement:not([hidden])") === null;
  found.textContent = requirements.filter((one) => !one.hidden).length + " of " + total + " requirements shown";
}

function clear() {
  form.reset();
  filter();
}

function openLinked() {
  let id = location.hash.slice(1);
  try { id = decodeURIComponent(id); } catch { return; }
  const target = id === "" ? null : document.getElementById(id);
  if (target === null) return;
  if (target.closest("[hidden]") !== null) clear();
  for (let up = target; up !== null; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
  const one = target.closest(".requirement") ?? target;
  one.scrollIntoView();
  one.querySelector("summary")?.focus({ preventScroll: true });
}

function step(by) {
  const shown = requirements.filter((one) => !one.hidden);
  const at = shown.findIndex((one) => one.contains(document.activeElement));
  const next = shown[at === -1 ? (by > 0 ? 0 : shown.length - 1) : at + by];
  next?.querySelector("summary").focus();
}

function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") { search.blur(); clear(); return; }
  if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
  if (event.key === "/") { event.preventDefault(); search.focus(); }
  if (event.key === "j") step(1);
  if (event.key === "k") step(-1);
}

function addCopying(box) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Copy";
  button.setAttribute("aria-label", "Copy: " + box.querySelector(".label").textContent);
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(box.querySelector("code").textContent);
    button.textContent = "Copied";
  });
  box.append(button);
}

function foldOut(wanted) {
  for (const one of document.querySelectorAll("details")) one.open = wanted(one);
}

let before = new Set();
addEventListener("beforeprint", () => {
  before = new Set(document.querySelectorAll("details[open]"));
  foldOut((one) => before.has(one) || one.closest("[data-verdict=failed],[data-verdict=errored]") !== null);
});
addEventListener("afterprint", () => foldOut((one) => before.has(one)));
addEventListener("hashchange", openLinked);
addEventListener("load", openLinked);
addEventListener("keydown", press);
form.addEventListener("input", filter);
form.addEventListener("reset", () => setTimeout(filter));
form.addEventListener("submit", (event) => event.preventDefault());
if (navigator.clipboard !== undefined) document.querySelectorAll(".command").forEach(addCopying);
form.hidden = false;
filter();
`;
