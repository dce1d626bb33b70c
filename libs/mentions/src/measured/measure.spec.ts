import { Measure, precisionOf, recallOf, type Figures } from './measure.js';
import { speed } from './speed.js';
import { common, heldOut, rarer, type Names } from './paradigm.js';

const share = (value: number): string => `${(value * 100).toFixed(2)} %`.padStart(9);
const row = (what: string, { found, wanted, false: wrong }: Figures, names: Names): string =>
  [
    what.padEnd(18),
    String(names.family.length + names.given.length).padStart(5),
    share(found / wanted),
    share(found / (found + wrong)),
    `${String(wanted).padStart(6)} wanted, ${wanted - found} missed, ${wrong} wrong`,
  ].join(' ');

const measured = Object.entries({ common, rarer, 'held out': heldOut }).map(([name, names]) => ({
  name,
  names,
  ...new Measure(names).run(),
}));

afterAll(() => {
  const lines = measured.flatMap(({ name, names, all, sure }) => [
    row(name, all, names),
    row(`${name}, sure`, sure, names),
  ]);
  const { without, within, ready } = speed();
  const pace = `${without.toFixed(0)} MB/s where nobody is named, ${within.toFixed(0)} MB/s in notes that name the person, ${ready.toFixed(1)} ms to get ready`;
  process.stdout.write(
    ['', 'names              count    recall precision', ...lines, pace, '', ''].join('\n'),
  );
});

describe.each(measured)('of the $name names', ({ all, sure, missed, wrong }) => {
  it('99 % of what is written about a person is found, and 98.5 % of what is found is about them', () => {
    expect({ missed: recallOf(all) >= 0.99 || missed, wrong: precisionOf(all) >= 0.985 || wrong }).toEqual({
      missed: true,
      wrong: true,
    });
  });

  it('full names are found and sure, and what is sure is right', () => {
    expect(recallOf(sure)).toBeGreaterThan(0.995);
    expect(precisionOf(sure)).toBeGreaterThan(0.999);
  });
});
