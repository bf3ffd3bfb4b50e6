"use strict";

// textual.js reads both attributes when the page has loaded.
const terminal = document.querySelector("#terminal");
const socket = new URL("ws", location.href);
socket.protocol = location.protocol.replace("http", "ws");
terminal.dataset.sessionWebsocketUrl = socket.href;
terminal.dataset.fontSize = fontSize();

// The app needs 72 columns. A phone gets letters that leave room for them however it is held;
// two fingers enlarge the page.
function fontSize() {
  const touched = matchMedia("(pointer: coarse)").matches;
  const width = touched ? Math.min(screen.width, screen.height) : innerWidth;
  return Math.max(6, Math.min(16, width / 72 / 0.61));
}

// The app takes keys as soon as it is there, without a click.
new MutationObserver((_, watcher) => {
  if (document.body.classList.contains("-first-byte")) {
    watcher.disconnect();
    terminal.querySelector("textarea").focus();
  }
}).observe(document.body, { attributes: true });

// Keys that a phone's keyboard lacks, and the most used ones.
for (const button of document.querySelectorAll("#keys button")) {
  // The keyboard of the phone stays as it is, open or not.
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    const { key, code, ctrl } = button.dataset;
    const pressed = { key, keyCode: Number(code), ctrlKey: ctrl !== undefined };
    terminal.querySelector("textarea").dispatchEvent(new KeyboardEvent("keydown", pressed));
  });
}
