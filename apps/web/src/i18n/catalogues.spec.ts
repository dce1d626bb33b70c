import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const here = join(process.cwd(), 'apps/web/src/i18n');
const source = join(process.cwd(), 'apps/web/src');
const languages = ['fi', 'sv', 'en'] as const;

type Texts = Record<string, string>;

function flatten(value: unknown, path = ''): Texts {
  if (typeof value !== 'object' || value === null) return { [path]: String(value) };
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, inner]) => flatten(inner, path ? `${path}.${key}` : key)),
  ) as Texts;
}

function catalogue(language: string): Record<string, Texts> {
  const files = readdirSync(join(here, language)).filter((file) => file.endsWith('.json'));
  return Object.fromEntries(
    files.map((file) => [
      file.replace('.json', ''),
      flatten(JSON.parse(readFileSync(join(here, language, file), 'utf8'))),
    ]),
  );
}

function sourceFiles(): string[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.spec.ts'))
    .map((file) => join(source, file));
}

/** `t('key')` calls with the namespaces of the file's useTranslation; those with a computed key are left out. */
function usedKeys(file: string): string[] {
  const code = readFileSync(file, 'utf8');
  const first = /useTranslation\(\s*(?:\[\s*)?'(\w+)'/.exec(code)?.[1] ?? 'common';
  const hasSeveral = new Set([...code.matchAll(/useTranslation\(([^)]*)\)/g)].map((m) => m[1])).size > 1;
  return [...code.matchAll(/\bt\(\s*'([\w:.]+)'/g)]
    .map((match) => match[1] ?? '')
    .filter((key) => key.includes(':') || !hasSeveral)
    .map((key) => (key.includes(':') ? key : `${first}:${key}`));
}

const catalogues = Object.fromEntries(languages.map((language) => [language, catalogue(language)]));
const finnish = catalogues.fi ?? {};

function has(key: string): boolean {
  const [namespace = '', path = ''] = key.split(':');
  const texts = finnish[namespace] ?? {};
  return path in texts || `${path}_other` in texts;
}

describe('the catalogues', () => {
  it.each(['sv', 'en'])('%s has the namespaces and keys of Finnish, no more and no fewer', (language) => {
    const keys = (all: Record<string, Texts>) =>
      Object.entries(all).flatMap(([namespace, texts]) =>
        Object.keys(texts).map((key) => `${namespace}:${key}`),
      );
    expect(keys(catalogues[language] ?? {}).sort()).toEqual(keys(finnish).sort());
  });

  it.each(languages)('%s has no empty text', (language) => {
    const empty = Object.entries(catalogues[language] ?? {}).flatMap(([namespace, texts]) =>
      Object.entries(texts).flatMap(([key, text]) => (text.trim() ? [] : [`${namespace}:${key}`])),
    );
    expect(empty).toEqual([]);
  });

  it.each(['sv', 'en'])('%s has the same placeholders as Finnish', (language) => {
    const placeholders = (text: string) => [...text.matchAll(/{{(\w+)/g)].map((match) => match[1]).sort();
    const different = Object.entries(finnish).flatMap(([namespace, texts]) =>
      Object.entries(texts).flatMap(([key, text]) => {
        const other = catalogues[language]?.[namespace]?.[key] ?? '';
        return String(placeholders(text)) === String(placeholders(other)) ? [] : [`${namespace}:${key}`];
      }),
    );
    expect(different).toEqual([]);
  });

  it('has every key that the interface names', () => {
    const missing = sourceFiles().flatMap((file) =>
      usedKeys(file)
        .filter((key) => !has(key))
        .map((key) => `${key} in ${file.slice(source.length + 1)}`),
    );
    expect(missing).toEqual([]);
  });
});
