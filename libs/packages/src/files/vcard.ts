import { inWords, type Contents } from './documents.js';

const escaped = (text: string): string => text.replace(/[\\,;]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** The person as a vCard 4.0 (RFC 6350). */
export async function* vCardOf({ sections, rows }: Contents): AsyncGenerator<string> {
  yield 'BEGIN:VCARD\r\nVERSION:4.0\r\n';
  for (const section of sections) {
    if (section.table !== 'contacts' && section.table !== 'contact_points') continue;
    for await (const { values } of rows(section)) {
      const of = (column: string): string => escaped(inWords(values[column]));
      if (section.table === 'contacts') {
        yield `FN:${[of('first_name'), of('last_name')].filter(Boolean).join(' ')}\r\nN:${of('last_name')};${of('first_name')};;;\r\n`;
        if (of('title')) yield `TITLE:${of('title')}\r\n`;
        if (of('company_id')) yield `ORG:${of('company_id')};${of('department')}\r\n`;
        if (of('language')) yield `LANG:${of('language')}\r\n`;
      } else if (of('value').includes('@')) yield `EMAIL:${of('value')}\r\n`;
      else yield `TEL;VALUE=uri:tel:${of('value')}\r\n`;
    }
  }
  yield 'END:VCARD\r\n';
}
