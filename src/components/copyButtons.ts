// Beside each line that is there to be copied stands a button, where the browser lets a page copy.
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
        // A browser may be told to refuse: the line is selected then, ready for the keyboard.
        getSelection()?.selectAllChildren(code);
        button.textContent = "Selected";
      }
    });
  }
}
