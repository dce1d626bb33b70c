import type { Language } from '@seloste/kernel';
import { html, type Html } from '@seloste/pages';
import { tableInWords } from '@seloste/erasure';
import type { CoverPart } from '../contents/cover.js';
import type { DataRow, Section, Value } from '../contents/person-data.js';
import { columnInWords } from '../words/columns.js';

/** What every document of a package is written from. `rows` reads a section's rows as they may leave. */
export interface Contents {
  language: Language;
  madeAt: Date;
  cover: { title: string; parts: CoverPart[] };
  sections: Section[];
  rows: (section: Section) => AsyncIterable<DataRow>;
}

/** A value as people read it. */
export const inWords = (value: Value | undefined): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'object'
      ? Array.isArray(value)
        ? value.map(inWords).join(', ')
        : Object.entries(value)
            .filter(([, inner]) => inner !== null)
            .map(([path, inner]) => `${path}: ${inWords(inner)}`)
            .join('; ')
      : String(value);

/** Ids tell people nothing; they are in the files for machines. */
export const readable = ({ columns }: Section) => columns.filter(({ category }) => category !== 'link');

/** As a machine reads it, with the names of tables and columns as keys: see docs/data-packages.md. */
export async function* jsonOf({ language, madeAt, cover, sections, rows }: Contents): AsyncGenerator<string> {
  const head = JSON.stringify({
    format: 'seloste-package',
    version: 1,
    language,
    madeAt,
    about: cover.parts,
  });
  yield `${head.slice(0, -1)},"data":{`;
  for (const [n, section] of sections.entries()) {
    yield `${n === 0 ? '' : ','}${JSON.stringify(keyOf(sections, n))}:[`;
    let isFirst = true;
    for await (const { values } of rows(section)) {
      const shown = Object.fromEntries(section.columns.map(({ column }) => [column, values[column] ?? null]));
      yield `${isFirst ? '' : ','}\n${JSON.stringify(shown)}`;
      isFirst = false;
    }
    yield ']';
  }
  yield '}}\n';
}

/** The table's name; a table that comes twice, for the person and for the company that is one, has a number. */
export function keyOf(sections: Section[], n: number): string {
  const table = sections[n]?.table ?? '';
  const before = sections.slice(0, n).filter((one) => one.table === table).length;
  return before === 0 ? table : `${table}_${before + 1}`;
}

/** As people read it, in any browser; it loads nothing. */
export async function* htmlOf({ language, cover, sections, rows }: Contents): AsyncGenerator<string> {
  yield `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"><title>`;
  yield html`${cover.title}`.text;
  yield `</title><style>body{font:16px/1.5 system-ui,sans-serif;max-width:50em;margin:2em auto;padding:0 1em}dt{font-weight:600}dd{margin:0 0 .4em;white-space:pre-wrap}article{border-top:1px solid #ccc;padding:.5em 0}</style></head><body>`;
  yield html`<h1>${cover.title}</h1>`.text;
  for (const { heading, lines } of cover.parts)
    yield html`<h2>${heading}</h2>
      ${lines.map((line) => html`<p>${line}</p>`)}`.text;
  for (const section of sections) {
    if (readable(section).length === 0) continue;
    yield html`<h2>${tableInWords(section.table, language)}</h2>`.text;
    for await (const row of rows(section)) yield articleOf(section, row, language).text;
  }
  yield '</body></html>\n';
}

const articleOf = (section: Section, { values }: DataRow, language: Language): Html =>
  html`<article>
    <dl>
      ${readable(section)
        .filter(({ column }) => inWords(values[column]) !== '')
        .map(
          ({ column }) =>
            html`<dt>${columnInWords(column, language)}</dt>
              <dd>${inWords(values[column])}</dd>`,
        )}
    </dl>
  </article>`;
