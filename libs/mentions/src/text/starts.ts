const commonStart = (texts: string[]): string => {
  const [head = '', ...others] = texts;
  let length = head.length;
  for (const other of others) while (!other.startsWith(head.slice(0, length))) length--;
  return head.slice(0, length);
};

/** The fewest starts that cover all of some texts (at least one): none shorter than four letters unless a whole text is. */
export function startsOf(given: string[]): string[] {
  const texts = [...new Set(given)];
  const common = commonStart(texts);
  if (common.length >= 4 || texts.includes(common)) return [common];
  const heads = new Set(texts.map((text) => text.slice(0, common.length + 1)));
  return [...heads].flatMap((head) => startsOf(texts.filter((text) => text.startsWith(head))));
}
