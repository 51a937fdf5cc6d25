"use strict";
// n and p go through the findings; what says the same in the other text lights up. All else needs no script.
const links = [...document.querySelectorAll("nav .go")];
const list = document.querySelector("nav");
let number = 0;

function reach(step) {
  if (!links.length) return;
  number = number ? (number - 1 + step + links.length) % links.length + 1 : step > 0 ? 1 : links.length;
  const place = document.getElementById(links[number - 1].hash.slice(1));
  place.focus({preventScroll: true});
  place.scrollIntoView({block: "center"});
}

function light(element) {
  for (const one of document.querySelectorAll(".partner")) one.classList.remove("partner");
  const partners = element?.closest("[data-partners]")?.dataset.partners ?? "";
  for (const id of partners.split(" ")) document.getElementById(id)?.classList.add("partner");
}

document.documentElement.classList.add("script");
document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "n") reach(1);
  if (event.key === "p") reach(-1);
});
document.addEventListener("focusin", event => {
  light(event.target);
  const own = event.target.closest("[data-n]");
  if (!own) return;
  if (!links[number - 1] || event.target !== document.getElementById(links[number - 1].hash.slice(1))) number = +own.dataset.n;
  for (const link of links) link.removeAttribute("aria-current");
  const link = links[number - 1];
  link.setAttribute("aria-current", "true");
  const item = link.closest("li");
  if (list.scrollHeight > list.clientHeight && !list.contains(event.target)) list.scrollTop = item.offsetTop - list.clientHeight / 3;
});
document.addEventListener("pointerover", event => light(event.target));
document.addEventListener("pointerout", () => light(document.activeElement));
