import { MentionFinder } from '../mention-finder.js';
import type { Mention } from '../mention.js';
import type { Names, Paradigm } from './paradigm.js';
import { frames, namelessNotes } from './sentences.js';

/** What was to be found, what of it was (by its very span), and what was found that was not to be. */
export interface Figures {
  wanted: number;
  found: number;
  false: number;
}

interface Outcome {
  all: Figures;
  sure: Figures;
  missed: string[];
  wrong: string[];
}

const nobody = { emails: [], phones: [], handles: [] };
const finderOf = (first: string, last: string): MentionFinder =>
  new MentionFinder({ firstNames: [first], lastNames: [last], ...nobody });

const at = <T>(list: T[], n: number): T => list[n % list.length] as T;

export class Measure {
  readonly outcome: Outcome = {
    all: { wanted: 0, found: 0, false: 0 },
    sure: { wanted: 0, found: 0, false: 0 },
    missed: [],
    wrong: [],
  };
  private turn = 0;

  constructor(private readonly names: Names) {}

  run(): Outcome {
    for (const [n, family] of this.names.family.entries())
      this.familyName(family, at(this.names.given, n * 7 + 3).name, n);
    for (const [n, given] of this.names.given.entries())
      this.givenName(given, at(this.names.family, n * 5 + 1).name, n);
    return this.outcome;
  }

  /** Full names in both orders with the family name inflected; the family name alone; other people of that name. */
  private familyName({ name, forms }: Paradigm, first: string, n: number): void {
    const finder = finderOf(first, name);
    const other = at(this.names.given, n * 7 + 4).name;
    for (const form of forms) {
      this.wants(finder, `${first} ${form}`, { isSure: true });
      this.wants(finder, form, { close: true });
      this.refuses(finder, this.framed(`${other} ${form}`));
      if (!/[:’]/.test(form)) this.refuses(finder, this.framed(`${form}mäki`));
    }
    for (const way of [
      `${name}, ${first}`,
      `${name}\n${first}`,
      `${first}&nbsp;${name}`,
      `${first.toUpperCase()} ${name.toUpperCase()}`,
    ])
      this.wants(finder, way, { isSure: true });
    this.refusesOthers(finder, { first, last: name }, n);
  }

  /** The given name alone, after the family name, and of somebody else. */
  private givenName({ name, forms }: Paradigm, last: string, n: number): void {
    const finder = finderOf(name, last);
    const other = at(this.names.family, n * 5 + 2);
    for (const form of forms) {
      this.wants(finder, form, {});
      this.wants(finder, `${last} ${form}`, { isSure: true });
      if (!form.endsWith('l') && `${form}la` !== last) this.refuses(finder, this.framed(`${form}la`));
    }
    for (const form of other.forms) this.refuses(finder, this.framed(`${name} ${form}`));
    this.refusesOthers(finder, { first: name, last }, n);
  }

  private framed(name: string): string {
    return at(frames, this.turn++).replace('*', name);
  }

  private wants(finder: MentionFinder, name: string, expected: { isSure?: boolean; close?: boolean }): void {
    const text = this.framed(name);
    const start = text.indexOf(name);
    const mentions = finder.find(text, { closeToThePerson: expected.close });
    const hit = mentions.find((mention) => mention.start === start && mention.end === start + name.length);
    this.outcome.all.wanted++;
    if (hit) this.outcome.all.found++;
    else this.outcome.missed.push(name);
    if (expected.isSure) {
      this.outcome.sure.wanted++;
      if (hit?.certainty === 'sure') this.outcome.sure.found++;
    }
    this.count(
      mentions.filter((mention) => mention !== hit),
      text,
    );
    if (!expected.isSure && !expected.close && hit?.certainty === 'sure') this.outcome.sure.false++;
  }

  private refuses(finder: MentionFinder, text: string): void {
    this.count(finder.find(text, { closeToThePerson: this.turn % 2 === 0 }), text);
  }

  /** Every form of some other names, and notes without the name. */
  private refusesOthers(finder: MentionFinder, own: { first: string; last: string }, n: number): void {
    for (let i = 1; i <= 12; i++) {
      const [family, given] = [at(this.names.family, n + i * 11), at(this.names.given, n + i * 5)];
      if (family.name === own.last || given.name === own.first) continue;
      for (const form of family.forms) this.refuses(finder, this.framed(`${given.name} ${form}`));
    }
    for (const note of namelessNotes) this.refuses(finder, note);
  }

  private count(wrong: Mention[], text: string): void {
    this.outcome.all.false += wrong.length;
    this.outcome.sure.false += wrong.filter(({ certainty }) => certainty === 'sure').length;
    this.outcome.wrong.push(
      ...wrong.map(({ start, end, certainty }) => `${certainty} ${text.slice(start, end)} | ${text}`),
    );
  }
}

/** The share of what was wanted that was found, and of what was found that was wanted. */
export const recallOf = ({ found, wanted }: Figures): number => found / wanted;
export const precisionOf = ({ found, false: wrong }: Figures): number => found / (found + wrong);
