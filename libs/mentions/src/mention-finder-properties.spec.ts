import fc from 'fast-check';
import type { Identifiers } from './identifiers.js';
import { common, rarer } from './measured/paradigm.js';
import { frames, namelessNotes } from './measured/sentences.js';
import { MentionFinder } from './mention-finder.js';
import { searchStems } from './search-stems.js';
import { fold } from './text/letters.js';
// The twin of the database's search_fold, held to it by a spec of the search.
import { fold as searchFold } from '../../search/src/fold.js';

const given = [...common.given, ...rarer.given];
const family = [...common.family, ...rarer.family];

const person: fc.Arbitrary<Identifiers> = fc
  .record({ first: fc.constantFrom(...given), last: fc.constantFrom(...family) })
  .map(({ first, last }) => ({
    firstNames: [first.name],
    lastNames: [last.name],
    emails: [`${fold(first.name)}.${fold(last.name)}@firma.fi`, 'asiakas7@firma.fi'],
    phones: ['+358 40 765 4321'],
    handles: ['linkedin.com/in/jokunen-77'],
  }));

/** A text out of pieces that name people, the person among them, in all ways, with what stands between. */
const textAbout = ({ firstNames, lastNames, emails }: Identifiers): fc.Arbitrary<string> => {
  const first = given.find(({ name }) => name === firstNames[0])?.forms ?? [];
  const last = family.find(({ name }) => name === lastNames[0])?.forms ?? [];
  const piece = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...first) },
    { weight: 4, arbitrary: fc.constantFrom(...last) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...given.map(({ name }) => name), ...family.map(({ name }) => name)),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        ...emails,
        '0407654321',
        '+358-40-7654321',
        '@jokunen-77',
        'asiakas7+a@firma.fi',
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        ...frames,
        ...namelessNotes,
        'ja',
        'ABC',
        'M',
        'V',
        '<b>',
        '</b>',
        '&nbsp;',
        '&auml;',
      ),
    },
  );
  const gap = fc.constantFrom(
    ' ',
    ' ',
    ' ',
    '-',
    ', ',
    '. ',
    '.',
    '\n',
    '',
    '; ',
    '</td><td>',
    '@',
    '/',
    ': ',
    '’',
  );
  return fc.array(fc.tuple(piece, gap), { maxLength: 9 }).map((pieces) => pieces.flat().join(''));
};

/** As text, or as HTML or an address may write its letters. */
const asWritten = (text: string): fc.Arbitrary<string> =>
  fc
    .constantFrom<((letter: string) => string)[]>(
      (letter) => letter,
      (letter) => letter.normalize('NFD'),
      (letter) => `&#${letter.codePointAt(0)};`,
      (letter) => `&#x${letter.codePointAt(0)?.toString(16).toUpperCase()};`,
      encodeURIComponent,
    )
    .map((way) => text.replace(/[äöåéÅÄÖ]/g, way));

const about = person.chain((of) => fc.tuple(fc.constant(of), textAbout(of).chain(asWritten), fc.boolean()));

describe('whatever a text says', () => {
  it('once the sure mentions are replaced, none is left', () => {
    fc.assert(
      fc.property(about, ([of, text, closeToThePerson]) => {
        const finder = new MentionFinder(of);
        const sure = finder.find(text, { closeToThePerson }).filter(({ certainty }) => certainty === 'sure');
        const after = finder.replace(text, sure, '[poistettu]');
        expect(
          finder.find(after, { closeToThePerson }).filter(({ certainty }) => certainty === 'sure'),
        ).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('a text with a mention holds one of the search terms', () => {
    fc.assert(
      fc.property(about, ([of, text]) => {
        const { stems, digits } = searchStems(of);
        const kinds = new MentionFinder(of).find(text).map(({ kind }) => kind);
        const [folded, numbers] = [searchFold(text), text.replace(/\D/g, '')];
        if (kinds.some((kind) => kind !== 'phone'))
          expect(
            stems.some((stem) => folded.includes(stem)) || digits.some((tail) => numbers.includes(tail)),
          ).toBe(true);
        if (kinds.includes('phone')) expect(digits.some((tail) => numbers.includes(tail))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('mentions lie within it, in order and apart, and nothing throws', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      about.map(([, text]) => text),
    );
    const names = fc.array(
      fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom('Matti', 'Virtanen')),
      { maxLength: 3 },
    );
    const anybody = fc.record({
      firstNames: names,
      lastNames: names,
      emails: names,
      phones: names,
      handles: names,
    });
    fc.assert(
      fc.property(anybody, anything, fc.boolean(), (of, text, closeToThePerson) => {
        const finder = new MentionFinder(of);
        let at = 0;
        for (const { start, end } of finder.find(text, { closeToThePerson })) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
        searchStems(of);
      }),
      { numRuns: 500 },
    );
  });
});
