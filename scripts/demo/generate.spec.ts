import { isEmail, normaliseBusinessId, normalisePhone, normaliseVatNumber } from '@seloste/kernel';
import { isIndustryCode } from '../../libs/companies/src/industries.js';
import { demoSize, generateDemo } from './generate.js';

const now = new Date('2026-11-12T12:20:00Z');
const data = generateDemo(now);
const dayBefore = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10);
const unique = (values: readonly unknown[]) => new Set(values).size === values.length;

describe('the demo', () => {
  it('has the promised size', () => {
    expect(data.users).toHaveLength(10);
    expect(data.companies).toHaveLength(demoSize.companies);
    expect(data.contacts).toHaveLength(demoSize.contacts);
    expect(data.interactions).toHaveLength(demoSize.interactions);
  });

  it('is the same for the same instant, and another for another seed', () => {
    const small = { companies: 40, contacts: 70, interactions: 400 };
    expect(generateDemo(now, small)).toEqual(generateDemo(now, small));
    expect(generateDemo(now, small, 7)).not.toEqual(generateDemo(now, small));
  });

  it('says of itself that it is a demo', () => {
    expect(data.controller.name).toContain('demo');
    expect(data.users.every(({ email }) => email.endsWith('@havukka.example'))).toBe(true);
  });

  it('reaches nobody: addresses are reserved ones, numbers have the right form and belong to no one', () => {
    const values = (kind: string) => data.points.filter((p) => p.kind === kind).map((p) => p.value);
    const emails = [
      ...values('email'),
      ...data.companies.flatMap((c) => [c.email ?? [], c.billing_email ?? []].flat()),
    ];
    expect(
      emails.filter((email) => !/^[a-z0-9.-]+@[a-z0-9-]+\.example$/.test(email) || !isEmail(email)),
    ).toEqual([]);
    const phones = [...values('phone'), ...data.companies.flatMap((c) => c.phone ?? [])];
    const unassigned = /^\+(358(9|1[3-9])0\d{6}|468465004\d\d|442079460\d{3})$/;
    expect(phones.filter((phone) => !unassigned.test(phone) || normalisePhone(phone) !== phone)).toEqual([]);
  });

  it('gives Finnish companies business ids with check digits that nobody has, and Swedish ones VAT numbers', () => {
    const finnish = data.companies.filter((c) => c.country === 'FI').map((c) => c.business_id ?? '');
    expect(finnish.filter((id) => !id.startsWith('9') || normaliseBusinessId(id) !== id)).toEqual([]);
    const swedish = data.companies.filter((c) => c.country === 'SE').map((c) => c.vat_number ?? '');
    expect(swedish.filter((vat) => normaliseVatNumber(vat) !== vat)).toEqual([]);
    expect(unique(data.companies.flatMap(({ business_id: id }) => id ?? []))).toBe(true);
  });

  it('has unique ids and addresses, known industries and a source and a clock for everybody', () => {
    const ids = [data.companies, data.contacts, data.interactions, data.audit].flatMap((rows) =>
      rows.map(({ id }) => id),
    );
    expect(unique(ids)).toBe(true);
    expect(unique(data.points.filter((p) => p.kind === 'email').map((p) => p.value))).toBe(true);
    expect(data.companies.every((c) => isIndustryCode(c.industry_code))).toBe(true);
    expect(new Set(data.sources.map((s) => s.contact_id)).size).toBe(data.contacts.length);
    expect(
      data.contacts.every((c) => c.collected_on <= dayBefore(0) && c.retention_review_on > dayBefore(0)),
    ).toBe(true);
  });

  it('speaks three languages', () => {
    for (const language of ['fi', 'sv', 'en'])
      expect(data.contacts.filter((c) => c.language === language).length).toBeGreaterThan(100);
    const bodies = data.interactions.map(({ body }) => body).join('\n');
    for (const greeting of ['Terveisin', 'Vänliga hälsningar', 'Best regards'])
      expect(bodies).toContain(greeting);
    const odd = data.interactions.filter(({ subject, body }) =>
      /[{}]|undefined|\bnull\b|\bNaN\b/.test(`${subject} ${body}`),
    );
    expect(odd).toEqual([]);
  });

  it('tells three years that end today, with more in the last months', () => {
    const days = data.interactions.map((i) => i.occurred_at.slice(0, 10));
    const between = (from: number, to: number) =>
      days.filter((d) => d >= dayBefore(from) && d <= dayBefore(to)).length;
    expect(data.interactions.every((i) => i.occurred_at <= now.toISOString())).toBe(true);
    expect(between(0, 0)).toBeGreaterThanOrEqual(10);
    expect(between(1, 1)).toBeGreaterThanOrEqual(20);
    expect(between(120, 2)).toBeGreaterThan(1.5 * between(1000, 882));
    expect(days[0]?.slice(0, 4)).toBe('2023');
  });

  it.each(['2026-11-12T03:00:00Z', '2026-11-15T22:30:00Z', '2026-03-29T01:30:00Z'])(
    'never runs ahead of the clock (%s)',
    (at) => {
      const small = generateDemo(new Date(at), { companies: 60, contacts: 100, interactions: 900 });
      const times = [
        ...small.interactions.flatMap((i) => [i.occurred_at, i.created_at]),
        ...small.audit.map((a) => a.occurred_at),
      ];
      expect(times.filter((time) => time > new Date(at).toISOString())).toEqual([]);
      expect(small.interactions).toHaveLength(900);
    },
  );

  it('refers to what exists, and keeps the last contact in step', () => {
    const people = new Map(data.contacts.map((c) => [c.id, c.last_interaction_at ?? '']));
    const companies = new Map(data.companies.map((c) => [c.id, c.last_interaction_at ?? '']));
    const times = new Map(data.interactions.map((i) => [i.id, i.occurred_at]));
    const isOff = (p: (typeof data.participants)[number]) =>
      times.get(p.interaction_id) !== p.occurred_at || (people.get(p.contact_id) ?? '') < p.occurred_at;
    expect(data.participants.filter(isOff)).toEqual([]);
    expect(
      data.interactions.filter((i) => (companies.get(i.company_id ?? '') ?? '') < i.occurred_at),
    ).toEqual([]);
    const current = data.employments.filter((e) => e.ended_on === null).map((e) => e.contact_id);
    expect(unique(current)).toBe(true);
    expect(data.employments.filter((e) => e.started_on && e.ended_on && e.ended_on < e.started_on)).toEqual(
      [],
    );
    const spans = data.companies.map((c) => [c.relationship_started_on, c.relationship_ended_on] as const);
    expect(spans.filter(([start, end]) => start && end && end < start)).toEqual([]);
  });
});
