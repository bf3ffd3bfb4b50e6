
document.documentElement.classList.add("scripted");
const all = (query) => [...document.querySelectorAll(query)];
const one = (query) => document.querySelector(query);

function filter() {
  const severities = new Set(all("#severities input:checked").map((box) => box.value));
  const check = one("#check")?.value ?? "";
  const clean = one("#clean")?.checked ?? true;
  let shown = 0;
  for (const row of all("article[data-unit]")) {
    const findings = [...row.querySelectorAll("[data-check]")];
    for (const each of findings)
      each.hidden = !severities.has(each.dataset.severity) || (check && each.dataset.check !== check);
    row.hidden = findings.length ? findings.every((each) => each.hidden) : !clean || check !== "";
    shown += !row.hidden;
  }
  one("#shown").textContent = `${shown} paragraph${shown === 1 ? "" : "s"} shown`;
}

function asText() {
  const words = (node) => node?.innerText.replace(/\s+/g, " ").trim() ?? "";
  return all("article[data-unit]:not([hidden])").filter((row) => row.querySelector("[data-check]")).map((row) => [
    `[${row.dataset.unit}]`,
    words(row.querySelector(".text[lang=en]")),
    words(row.querySelector(".text[lang=ja]")),
    ...[...row.querySelectorAll("[data-check]:not([hidden])")].map((each) => `- ${words(each)}`),
  ].filter(Boolean).join("\n")).join("\n\n");
}

async function copy() {
  const text = asText();
  let done = true;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = Object.assign(document.createElement("textarea"), { value: text });
    document.body.append(area);
    area.select();
    done = document.execCommand("copy");
    area.remove();
  }
  one("#shown").textContent = done ? "Copied" : "This browser does not let a page copy";
}

if (one(".tools")) {
  for (const control of all(".tools input, .tools select")) control.addEventListener("change", filter);
  one("#copy").addEventListener("click", copy);
}
