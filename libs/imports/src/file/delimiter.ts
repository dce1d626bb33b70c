/** Characters that may stand between cells. */
export const delimiters = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** Excel's own first line, `sep=;`, which names the delimiter and is no row. */
export const separatorLine = /^sep=(.)\n/i;

/** How many cells each of the first records has, quoted cells taken whole. An unfinished last record is left out. */
function cellCounts(sample: string, delimiter: string, limit = 50): number[] {
  const counts: number[] = [];
  let cells = 1;
  let isQuoted = false;
  let isEmpty = true;
  for (const character of sample) {
    if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === delimiter) cells++;
    else if (character === '\n') {
      if (!isEmpty) counts.push(cells);
      if (counts.length >= limit) return counts;
      cells = 1;
      isEmpty = true;
      continue;
    }
    isEmpty = false;
  }
  if (!isEmpty && counts.length === 0) counts.push(cells);
  return counts;
}

/** The share of records that have as many cells as the first, with a little for having many. */
function score(counts: number[]): number {
  const first = counts[0] ?? 1;
  if (first < 2) return 0;
  const agreeing = counts.filter((count) => count === first).length / counts.length;
  return agreeing + Math.min(first, 50) / 1000;
}

/**
 * The delimiter of a CSV file's beginning: what `sep=` says, else the character that cuts the most records into as
 * many cells as the heading. A file of one column has none; it is read with semicolons.
 */
export function detectDelimiter(sample: string): Delimiter {
  const named = separatorLine.exec(sample)?.[1];
  const known = delimiters.find((delimiter) => delimiter === named);
  if (known !== undefined) return known;
  const [best] = delimiters
    .map((delimiter) => ({ delimiter, points: score(cellCounts(sample, delimiter)) }))
    .sort((a, b) => b.points - a.points);
  return best !== undefined && best.points > 0 ? best.delimiter : ';';
}
