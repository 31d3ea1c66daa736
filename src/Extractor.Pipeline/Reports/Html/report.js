
(() => {
  "use strict";
  const bar = document.getElementById("filter");
  if (!bar) return;
  const findings = [...document.querySelectorAll(".finding")];
  const forms = [...document.querySelectorAll(".form")];
  const papers = [...document.querySelectorAll("details.document, section.document")];
  const checks = [...bar.querySelectorAll("input[type=checkbox]")];
  const [owner, rule, words, shown] = ["owner", "rule", "words", "shown"].map(id => document.getElementById(id));
  const texts = new Map();
  const textOf = finding => {
    if (!texts.has(finding)) {
      const form = finding.closest(".form"), paper = finding.closest(".document");
      const heading = form && form.querySelector("h4"), about = form && form.querySelector("dl.about"), name = paper && paper.querySelector("h3");
      texts.set(finding, [finding, heading, about, name].map(part => part ? part.textContent : "").join("\n").toLowerCase());
    }
    return texts.get(finding);
  };
  const apply = () => {
    const kinds = checks.filter(check => check.checked).map(check => check.value);
    const sought = words.value.trim().toLowerCase();
    const narrow = kinds.length < checks.length || owner.value || rule.value || sought;
    let count = 0;
    for (const finding of findings) {
      const form = finding.closest(".form");
      const fits = kinds.some(kind => finding.classList.contains(kind))
        && (!rule.value || finding.dataset.r === rule.value)
        && (!owner.value || (form && form.dataset.o === owner.value))
        && (!sought || textOf(finding).includes(sought));
      finding.classList.toggle("hidden", !fits);
      if (fits) count++;
    }
    for (const part of [...document.querySelectorAll(".hints"), ...forms, ...papers]) {
      part.classList.toggle("hidden", Boolean(narrow) && !part.querySelector(".finding:not(.hidden)"));
    }
    if (narrow) for (const hints of document.querySelectorAll(".hints")) hints.open = Boolean(rule.value || sought || !kinds.includes("error"));
    shown.textContent = bar.dataset.shown.replace("{0}", count).replace("{1}", findings.length);
  };
  const fold = open => { for (const paper of document.querySelectorAll("details.document")) paper.open = open; };
  document.getElementById("fold").addEventListener("click", () => fold(false));
  document.getElementById("unfold").addEventListener("click", () => fold(true));
  let waiting = 0;
  words.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(apply, 150); });
  for (const choice of [...checks, owner, rule]) choice.addEventListener("change", apply);
  for (const say of document.querySelectorAll(".say")) {
    const sentence = say.textContent;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = bar.dataset.copy;
    button.addEventListener("click", () => navigator.clipboard.writeText(sentence).then(() => { button.textContent = bar.dataset.copied; }, () => getSelection().selectAllChildren(say)));
    say.append(button);
  }
  bar.hidden = false;
  apply();
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) return;
    for (let part = target.closest("details"); part; part = part.parentElement && part.parentElement.closest("details")) part.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();
})();
