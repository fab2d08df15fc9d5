// Buttons that copy the text of what they name; without a script they are not shown.
for (const button of document.querySelectorAll("button[data-copy]")) {
  const said = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const from = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText((from.value ?? from.textContent).trim());
      button.textContent = "Copied";
    } catch {
      // The clipboard may be closed to us: then the text is marked, to be copied by hand.
      if (from.select) from.select(); else getSelection().selectAllChildren(from);
      button.textContent = "Press Ctrl+C";
    }
    setTimeout(() => { button.textContent = said; }, 2500);
  });
}
