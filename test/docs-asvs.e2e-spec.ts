import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const page = 'docs/asvs.md';
const text = readFileSync(page, 'utf8');

interface Row {
  id: string;
  level: string;
  status: string;
  evidence: string;
}

const rows: Row[] = [...text.matchAll(/^\| ([\d.]+) +\| ([12]) +\| ([^|]+) \| ([^|]+) \| (.+) \|$/gm)].map(
  ([, id = '', level = '', , status = '', evidence = '']) => ({ id, level, status: status.trim(), evidence }),
);

/** How many requirements of levels 1 and 2 the chapters of ASVS 5.0.0 have. */
const counts: Record<string, number> = {
  1: 27,
  2: 11,
  3: 19,
  4: 10,
  5: 9,
  6: 35,
  7: 18,
  8: 7,
  9: 7,
  10: 29,
  11: 14,
  12: 9,
  13: 13,
  14: 9,
  15: 13,
  16: 16,
  17: 7,
};

const specs = new Map(
  globSync('{apps,libs,scripts,test}/**/*spec.{ts,tsx}').map((path) => [basename(path), path]),
);

describe('docs/asvs.md', () => {
  it('has every requirement of levels 1 and 2 once, with its status', () => {
    const found: Record<string, number> = {};
    for (const { id } of rows) {
      const chapter = id.split('.', 1)[0] ?? '';
      found[chapter] = (found[chapter] ?? 0) + 1;
    }
    expect(found).toEqual(counts);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    for (const { id, status } of rows)
      expect(`${id} ${status}`).toMatch(/ (met|partly|not met|operator|n\/a)$/);
  });

  it('counts them right', () => {
    const said = /^(\d+) met, (\d+) partly, (\d+) not met, (\d+) operator, (\d+) n\/a, of (\d+)\.$/m.exec(
      text,
    );
    const count = (word: string) => rows.filter(({ status }) => status === word).length;
    const words = ['met', 'partly', 'not met', 'operator', 'n/a'];
    expect(said?.slice(1).map(Number)).toEqual([...words.map(count), rows.length]);
  });

  it('names tests that exist', () => {
    const wrong: string[] = [];
    for (const { id, evidence } of rows)
      for (const [, file = '', name = ''] of evidence.matchAll(/`([\w.-]+spec\.tsx?) › ([^`]+)`/g)) {
        const path = specs.get(file);
        const isThere = path !== undefined && namesIn(path).has(name);
        if (!isThere) wrong.push(`${id}: ${file} › ${name}`);
      }
    expect(wrong).toEqual([]);
  });

  it('points at pages that exist', () => {
    for (const [, target = ''] of text.matchAll(/\]\((?!https:)([^)#]+)/g))
      expect(existsSync(join(dirname(page), target))).toBe(true);
  });
});

/** Everything in quotation marks that begins the arguments of a call: names of tests among it. */
function namesIn(path: string): Set<string> {
  const source = readFileSync(path, 'utf8');
  return new Set(
    [...source.matchAll(/\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g)].map(([, , name = '']) =>
      name.replace(/\\'/g, "'"),
    ),
  );
}
