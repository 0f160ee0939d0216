/** The light half of src/styles/tokens.css: a picture has one scheme wherever it is shown. */
export const colours = {
  paper: "#faf6ec",
  ink: "#211c15",
  ink2: "#5f5648",
  rule: "#d8cfbb",
  rule2: "#8d8069",
  you: "#8c2a1c",
  bar: "#94866a",
} as const;
