// Adds a copy button to each line that readers may copy, if the browser lets a page copy.
if (navigator.clipboard) {
  const buttons = Array.from(document.querySelectorAll(".copied"), (line) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    line.append(button);
    return button;
  });
  for (const button of buttons) {
    button.addEventListener("click", async () => {
      const code = button.parentElement?.querySelector("code");
      if (!code) return;
      for (const other of buttons) other.textContent = "Copy";
      try {
        await navigator.clipboard.writeText(code.textContent);
        button.textContent = "Copied";
      } catch {
        // A browser may refuse. Then the line is selected, to be copied by keyboard.
        getSelection()?.selectAllChildren(code);
        button.textContent = "Selected";
      }
    });
  }
}
