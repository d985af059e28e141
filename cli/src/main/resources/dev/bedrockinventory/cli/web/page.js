// Speaks the contract of CloudWatch's custom widgets: a button followed by <cwdb-action> asks for
// another view. The address holds the parameters, so that it can be shared.
"use strict";

const views = ["overview", "changes", "inventory", "models", "cost", "coverage"];
const day = 24 * 3600 * 1000;
const main = document.getElementById("view");
const days = document.getElementById("days");
const until = document.getElementById("until");
const themeButton = document.getElementById("theme");
const themes = { "": "as the system", light: "light", dark: "dark" };
let state = "";
let latest = 0;

const address = () => new URLSearchParams(location.search);

function range(parameters) {
  const end = parameters.get("until")
    ? Date.parse(parameters.get("until") + "T00:00:00Z") + day - 1
    : Date.now();
  return { start: end - (Number(parameters.get("days")) || 30) * day, end };
}

function event(parameters) {
  const asked = { widgetContext: { timeRange: range(parameters), theme: theme() } };
  for (const [name, value] of parameters) {
    if (name !== "days" && name !== "until") asked[name] = value;
  }
  return asked;
}

async function load(focus) {
  const parameters = address();
  const number = ++latest;
  main.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch("/widget?event=" + encodeURIComponent(JSON.stringify(event(parameters))));
    if (!answer.ok) throw new Error("the server answered " + answer.status);
    const html = await answer.json();
    if (number === latest) show(html, parameters, focus);
  } catch (error) {
    if (number === latest) fail(error);
  }
}

// The style of a fragment is in /view.css already, since the policy allows none in the text.
function show(html, parameters, focus) {
  const text = html.replace(/<style>.*?<\/style>/s, "");
  const fragment = new DOMParser().parseFromString(text, "text/html");
  main.replaceChildren(...fragment.body.childNodes);
  main.setAttribute("aria-busy", "false");
  navigation(parameters);
  const title = main.querySelector("h2");
  document.title = (title ? title.textContent.trim() + " · " : "") + "Bedrock Inventory";
  if (focus) main.focus();
}

function fail(error) {
  const text = document.createElement("p");
  text.className = "failed";
  text.textContent = "The view cannot be loaded: " + error.message + ". Is the command that printed this address still running?";
  main.replaceChildren(text);
  main.setAttribute("aria-busy", "false");
}

function navigation(parameters) {
  const nav = document.querySelector("nav");
  const current = parameters.get("view") || "overview";
  nav.replaceChildren(...views.map(view => {
    const link = document.createElement("a");
    link.href = "?" + kept(parameters, { view });
    link.textContent = view[0].toUpperCase() + view.slice(1);
    if (view === current) link.setAttribute("aria-current", "page");
    return link;
  }));
  days.value = parameters.get("until") ? "" : parameters.get("days") || "30";
  until.value = parameters.get("until") || "";
  document.getElementById("until-label").hidden = days.value !== "";
}

// The time range stays when the view changes.
function kept(parameters, values) {
  const next = new URLSearchParams();
  for (const name of ["days", "until"]) {
    if (parameters.get(name)) next.set(name, parameters.get(name));
  }
  for (const [name, value] of Object.entries(values)) {
    if (value !== "") next.set(name, value);
  }
  return next.toString();
}

function go(values) {
  history.pushState(null, "", "?" + kept(address(), values));
  load(true);
}

function act(button) {
  const action = button.nextElementSibling;
  if (!action || action.localName !== "cwdb-action") return;
  const values = JSON.parse(action.textContent);
  if (values.apply) {
    delete values.apply;
    main.querySelectorAll("input[name],select[name]").forEach(field => values[field.name] = field.value.trim());
  }
  go(values);
}

document.addEventListener("click", clicked => {
  const button = clicked.target.closest("main button");
  const link = clicked.target.closest("nav a");
  if (button) {
    act(button);
  } else if (link && !clicked.ctrlKey && !clicked.metaKey && !clicked.shiftKey) {
    clicked.preventDefault();
    history.pushState(null, "", link.href);
    load(true);
  }
});

document.addEventListener("submit", submitted => {
  submitted.preventDefault();
  const button = submitted.target.querySelector("button");
  if (button) act(button);
});

main.addEventListener("keydown", pressed => {
  const form = pressed.key === "Enter" && pressed.target.closest("input") && pressed.target.closest("form");
  const button = form && form.querySelector("button");
  if (button) {
    pressed.preventDefault();
    act(button);
  }
});

function changeRange(name, value) {
  const parameters = address();
  parameters.delete("days");
  parameters.delete("until");
  if (value) parameters.set(name, value);
  history.pushState(null, "", "?" + parameters);
  load(false);
}

days.addEventListener("change", () => days.value
  ? changeRange("days", days.value)
  : changeRange("until", new Date().toISOString().slice(0, 10)));
until.addEventListener("change", () => changeRange("until", until.value));

function theme() {
  return localStorage.getItem("theme") || "";
}

function applyTheme() {
  document.body.dataset.theme = theme();
  themeButton.setAttribute("aria-label", "Theme: " + themes[theme()]);
  themeButton.title = "Theme: " + themes[theme()];
}

themeButton.addEventListener("click", () => {
  const names = Object.keys(themes);
  localStorage.setItem("theme", names[(names.indexOf(theme()) + 1) % names.length]);
  applyTheme();
  load(false);
});

// A view is loaded again when something was recorded or swept. It waits while the page is hidden,
// and while something in the view has the focus or is selected, which would be lost.
async function watch() {
  try {
    const answer = await fetch("/state");
    const now = answer.ok ? await answer.text() : state;
    const isUsed = main.contains(document.activeElement) && document.activeElement !== main;
    if (state && now !== state) {
      if (isUsed || document.hidden || String(getSelection())) return;
      load(false);
    }
    state = now;
  } catch {
    // The next request reports that the server has stopped.
  }
}

addEventListener("popstate", () => load(false));
applyTheme();
load(false);
document.addEventListener("visibilitychange", watch);
setInterval(watch, 3000);
watch();
