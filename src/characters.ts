/** Whether the cast lists somebody who is only seen in old footage: "Self (archive footage)". */
export const isArchiveFootage = (character: string): boolean =>
  /\barchiv(e|al) (footage|film|material|sound|audio|recording|voice|photo)|\(archiv(e|al)\b/i.test(
    character,
  );

/** Whether somebody appears as themselves: "Self", "Himself (uncredited)", "Self - Host". */
export const isOneself = (character: string): boolean =>
  /^(self|himself|herself|themself|themselves)\b/i.test(character.trim());

/** Whether the film's own credits leave the role out: "Waiter (uncredited)". */
const isUncredited = (character: string): boolean => /\buncredited\b/i.test(character);

/** Whether it is a role that the film credits: no old footage, no appearance as oneself. */
export const isBilledRole = (character: string): boolean =>
  !isArchiveFootage(character) && !isOneself(character) && !isUncredited(character);
