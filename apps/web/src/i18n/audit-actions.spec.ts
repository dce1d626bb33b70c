import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const libs = join(process.cwd(), 'libs');
const texts = JSON.parse(readFileSync(join(process.cwd(), 'apps/web/src/i18n/fi/audit.json'), 'utf8')) as {
  action: Record<string, string>;
};

/** The acts that go on record, as far as the code names them whole. */
function recordedActions(): string[] {
  const sources = readdirSync(libs, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('spec.ts'))
    .map((file) => readFileSync(join(libs, file), 'utf8'));
  const named = /(?:\baction: |\b(?:entryOf|grantEntry|onRecord)\(\s*)'([a-z_]+\.[a-z_]+)'/g;
  return [
    ...new Set(sources.flatMap((source) => [...source.matchAll(named)].map((match) => match[1] ?? ''))),
  ];
}

describe('the record of acts', () => {
  it('has words for every act', () => {
    const actions = recordedActions();
    expect(actions.length).toBeGreaterThan(60);
    expect(actions.filter((action) => !(action.replace('.', '_') in texts.action))).toEqual([]);
  });
});
