/** Says whether a list takes this text for a parameter. */
type Accepts = (text: string) => boolean;

export const isUpTo =
  (letters: number): Accepts =>
  (text) =>
    text.length <= letters;
export const isId: Accepts = (text) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
export const isMeOrId: Accepts = (text) => text === 'me' || isId(text);
export const isSort: Accepts = (text) => /^-?(name|lastInteractionAt|createdAt)$/.test(text);
export const isOneOf =
  (values: readonly string[]): Accepts =>
  (text) =>
    values.includes(text);

/** Reads a list's parameters from the address; what the list would not take is left out, never an error. */
export function readSearch<Key extends string>(
  search: Record<string, unknown>,
  accepted: Record<Key, Accepts>,
): Partial<Record<Key, string>> & { archived?: boolean } {
  const known: Partial<Record<string, string>> = {};
  for (const [key, accepts] of Object.entries<Accepts>(accepted)) {
    const value = search[key];
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text === 'string' && text !== '' && accepts(text)) known[key] = text;
  }
  const isArchived = search.archived === true || search.archived === 'true';
  // Only accepted keys were read.
  return { ...(known as Partial<Record<Key, string>>), ...(isArchived ? { archived: true } : {}) };
}
