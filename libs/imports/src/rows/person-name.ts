/** A name in two parts; a part that the text does not tell stays empty. */
export interface PersonName {
  firstName: string;
  lastName: string;
}

/** Words that begin a family name of several: "Carl von Essen", "Anna af Ursin", "Maria de la Cruz". */
const particles = new Set([
  'von',
  'af',
  'av',
  'de',
  'del',
  'della',
  'di',
  'da',
  'du',
  'van',
  'der',
  'den',
  'zu',
  'la',
  'le',
  'ter',
  'ten',
  'al',
  'el',
]);

/** Where the family name begins, in words that end with it. */
function beginOfLastName(words: string[]): number {
  const particle = words.findIndex(
    (word, i) => i > 0 && particles.has(word.toLowerCase()) && i < words.length - 1,
  );
  return particle > 0 ? particle : words.length - 1;
}

/** "First Last" or "Last, First". One word alone is a family name. */
export function splitFullName(text: string): PersonName {
  const comma = text.indexOf(',');
  if (comma >= 0) return { lastName: text.slice(0, comma).trim(), firstName: text.slice(comma + 1).trim() };
  const words = text.split(' ');
  const begin = beginOfLastName(words);
  return { firstName: words.slice(0, begin).join(' '), lastName: words.slice(begin).join(' ') };
}

/** "Last First", where the heading says that it is so; "Last, First" too. */
export function splitLastNameFirst(text: string): PersonName {
  if (text.includes(',')) return splitFullName(text);
  const words = text.split(' ');
  let end = 1;
  if (particles.has(words[0]?.toLowerCase() ?? '')) {
    while (end < words.length - 1 && particles.has(words[end]?.toLowerCase() ?? '')) end++;
    end = Math.min(end + 1, words.length);
  }
  return { lastName: words.slice(0, end).join(' '), firstName: words.slice(end).join(' ') };
}
