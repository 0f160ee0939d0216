/** Whether the cast lists somebody who is only seen in old footage: "Self (archive footage)". */
export const isArchiveFootage = (character: string): boolean => /\barchiv(e|al)\b/i.test(character);

/** Whether somebody appears as themselves: "Self", "Himself (uncredited)", "Self - Host". */
export const isOneself = (character: string): boolean =>
  /^(self|himself|herself|themself|themselves)\b/i.test(character.trim());
