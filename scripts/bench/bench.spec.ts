import { answerOf } from './answers.ts';
import { AuditInserts, isAuditInsert } from './audit-inserts.ts';
import { compare, figuresOf, percentile } from './measure.ts';
import { newId, newRowsOf } from './new-rows.ts';
import { readOptions } from './options.ts';
import { tableOf } from './report.ts';
import { queriesOf, slip } from './requests.ts';
import { toStatements, type RecordedEvent } from './waves.ts';

const sent = (id: number, text: string): RecordedEvent => ({ event: 'sent', id, text, values: [] });
const answered = (id: number): RecordedEvent => ({ event: 'answered', id });

describe('the options', () => {
  it('are 100,000 people and every operation when nothing is said', () => {
    expect(readOptions([])).toMatchObject({
      contacts: 100_000,
      only: [
        'list',
        'person',
        'search',
        'create',
        'audience',
        'one-click',
        'messages',
        'erasure',
        'retention-run',
        'start',
      ],
    });
  });

  it('can be chosen', () => {
    const options = readOptions(['--contacts', '1000000', '--only', 'search,list', '--data', '/tmp/bench']);
    expect(options).toMatchObject({ contacts: 1_000_000, only: ['list', 'search'], data: '/tmp/bench' });
  });

  it.each([[['--contacts', 'many']], [['--only', 'lists']], [['--fast']]])(
    'explain themselves at %p',
    (args) => {
      expect(() => readOptions(args)).toThrow('npm run bench');
    },
  );
});

describe('the figures', () => {
  it('take the time that the given share stays below', () => {
    const times = Array.from({ length: 200 }, (_, i) => 200 - i);
    expect(percentile(times, 0.5)).toBe(100);
    expect(percentile(times, 0.99)).toBe(198);
    expect(percentile([7], 0.99)).toBe(7);
  });

  it('add up rounds of different length', () => {
    const rounds = [
      { count: 100, seconds: 1, times: [1, 2] },
      { count: 500, seconds: 3, times: [3, 4] },
    ];
    expect(figuresOf(rounds)).toEqual({ perSecond: 150, p50: 2, p99: 4 });
  });

  it('meet a limit only when both the ratio and the slowest are within it', () => {
    const what = { operation: 'search', clients: 4, limit: { ratio: 0.6, p99: 100 } };
    const floor = { perSecond: 100, p50: 1, p99: 2 };
    const met = (perSecond: number, p99: number) => compare(what, { perSecond, p50: 1, p99 }, floor).met;
    expect([met(60, 99), met(59, 99), met(60, 101)]).toEqual([true, false, false]);
    expect(tableOf([compare(what, { perSecond: 59, p50: 1, p99: 5 }, floor)], null)).toContain('NOT MET');
  });
});

describe('what is measured by itself', () => {
  const figures = { interactions: 500, plan: 1, worst: 5.2, bare: 0.1 };
  const shown = (erasure: number) => tableOf([], null, { erasure: { ...figures, erasure } });

  it('stands beside its limit and its floor', () => {
    expect(shown(4.9)).toMatch(/500 interactions .* 4\.90 s .*bare 0\.10 s.* < 5 s .* met /);
    expect(shown(5.1)).toContain('NOT MET');
  });
});

describe('the recording', () => {
  it('puts statements into one wave that were under way together', () => {
    const events = [
      sent(1, 'a'),
      sent(2, 'b'),
      answered(1),
      answered(2),
      sent(3, 'c'),
      answered(3),
      sent(4, 'd'),
    ];
    expect(toStatements(events).map(({ text, wave }) => [text, wave])).toEqual([['a', 0], ['b', 0], ['c', 1], ['d', 2]]); // prettier-ignore
  });

  it('leaves out what is not for the request', () => {
    const events = [
      sent(1, 'SELECT 1 FROM sessions s'),
      answered(1),
      sent(2, 'SELECT 2'),
      sent(3, 'FROM pgboss.job'),
    ];
    expect(toStatements(events).map(({ text }) => text)).toEqual(['SELECT 2']);
  });
});

describe('the floor', () => {
  it('writes the recorded rows with new ids and values', () => {
    const [id, part, company] = [newId(), newId(), newId()];
    const body = {
      firstName: 'Aino',
      lastName: 'Vanha',
      emails: ['aino@vanha.example'],
      phones: ['+35890111111'],
      title: '',
      language: 'fi',
      companyId: company,
      sources: [],
    };
    const values = [JSON.stringify([{ ...body, id, part }]), [id], 7];
    const plan = { statements: [{ text: 'INSERT', values, wave: 0 }], ids: [id, part], body };
    const made = newRowsOf(plan, { ...body, firstName: 'Eino', emails: ['eino@uusi.example'] });
    const [text, ids, seven] = made.statements[0]?.values as [string, string[], number];
    const [row] = JSON.parse(text) as Record<string, unknown>[];
    expect(row).toMatchObject({
      firstName: 'Eino',
      emails: ['eino@uusi.example'],
      id: made.id,
      companyId: company,
    });
    expect([ids, seven]).toEqual([[made.id], 7]);
    expect(made.id).not.toBe(id);
    expect(row?.part).not.toBe(part);
  });

  it('pages a list as the application does', () => {
    const rows = Array.from({ length: 51 }, (_, i) => ({
      id: String(i),
      firstName: 'A',
      lastName: 'B',
      companyId: null,
      cursor_key: ['k', String(i)],
    }));
    const page = answerOf('list', [rows, [{ n: 10_001 }]], { path: '/x', answer: { items: [] } });
    expect(page).toMatchObject({ total: null, nextCursor: Buffer.from('["k","49"]').toString('base64url') });
    expect(answerOf('list', [rows.slice(0, 3)], { path: '/x', answer: { items: [] } })).toMatchObject({
      total: 3,
      nextCursor: null,
    });
  });
});

describe('the floor’s record of looks', () => {
  const look = (id: string, action: string) => ({
    text: '\n  INSERT INTO audit_events (id, action) …',
    values: [[id], [action]],
    wave: 1,
  });

  it('is written by the application’s statement, several looks at a time, each under an id of its own', async () => {
    const sent: unknown[][][] = [];
    const audits = new AuditInserts(async ({ values }) => void sent.push(values as unknown[][]));
    await Promise.all([audits.add(look('1', 'a')), audits.add(look('1', 'b'))]);
    await audits.add(look('1', 'c'));
    expect(sent.map(([, actions]) => actions)).toEqual([['a', 'b'], ['c']]);
    expect(new Set(sent.flatMap(([ids]) => ids)).size).toBe(3);
  });

  it('fails whoever waits for it when it cannot be written', async () => {
    const audits = new AuditInserts(() => Promise.reject(new Error('full')));
    await expect(audits.add(look('1', 'a'))).rejects.toThrow('full');
  });

  it('is told from what is read', () => {
    expect(isAuditInsert(look('1', 'a'))).toBe(true);
    expect(isAuditInsert({ text: 'SELECT * FROM audit_events', values: [], wave: 0 })).toBe(false);
  });
});

describe('the queries', () => {
  it('are what people type: beginnings, several words, slips', () => {
    const person = {
      id: '1',
      first_name: 'Mikko',
      last_name: 'Korhonen',
      email: 'mikko.korhonen@x.example',
      phone: '+35890123456',
      company: 'Sähkö Laine 3 Oy',
    };
    const queries = queriesOf(Array.from({ length: 40 }, () => person));
    expect(queries).toEqual(expect.arrayContaining(['Kor', 'Mikk', 'Mikko Korh', 'Korhonen M']));
    expect(queries.every((q) => q.length > 1)).toBe(true);
    expect([0, 1, 2].map((n) => slip('Korhonen', n))).toEqual(['Kohonen', 'Korohnen', 'Korhenen']);
  });
});
