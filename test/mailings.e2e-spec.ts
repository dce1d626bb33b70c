import { createTestApp, type TestApp } from '@seloste/testing';
import {
  aMailing,
  aSegment,
  aTemplate,
  MailingHouse,
  type AudienceBody,
  type Member,
} from './support/mailings.js';

describe('mailings', () => {
  let app: TestApp;
  let house: MailingHouse;

  beforeAll(async () => {
    app = await createTestApp({ process: 'api' });
    house = await MailingHouse.open(app);
  });
  afterAll(() => app.close());

  it('show everybody of the segment with the decision, and why somebody is left out (V2, P1)', async () => {
    const area = house.anArea();
    const [may, no, nobody] = [
      await house.person(area, { lastName: 'Aalto', language: 'sv' }),
      await house.person(area, { lastName: 'Berg', language: 'fi' }),
      await house.person(area, { lastName: 'Celsius', emails: [] }),
    ];
    await house.object(no);
    const { id } = await house.draftTo(area);
    const { items, total, counts } = await house.audienceOf(id);
    expect(items).toEqual([
      expect.objectContaining({
        contactId: may,
        name: 'Åsa Aalto',
        allowed: true,
        code: 'job_role',
        language: 'sv',
      }),
      expect.objectContaining({ contactId: no, allowed: false, code: 'objected', law: 'GDPR Art. 21(3)' }),
      expect.objectContaining({ contactId: nobody, allowed: false, code: 'no_address' }),
    ]);
    for (const { sentence } of items) expect(sentence).toMatch(/^\p{Lu}.{10,}\.$/u);
    expect(total).toBe(3);
    expect(counts).toEqual({
      included: 1,
      leftOut: 2,
      undecided: 0,
      fellBack: 0,
      byCode: { job_role: 1, objected: 1, no_address: 1 },
      byLanguage: { sv: 1 },
    });
    expect((await house.audienceOf(id, '?included=false')).items.map(({ contactId }) => contactId)).toEqual([
      no,
      nobody,
    ]);
    const objected = await house.audienceOf(id, '?code=objected');
    expect([objected.total, objected.items.length]).toEqual([1, 1]);
    const [look] = await app.rows<{ shown_ids: string[] }>(
      `SELECT shown_ids FROM audit_events WHERE subject_id = $1 AND action = 'mailing.read_audience' ORDER BY id LIMIT 1`,
      [id],
    );
    expect(look?.shown_ids).toEqual([may, no, nobody]);
    expect(JSON.stringify(items)).not.toContain('@');
  });

  it('write to one address once, whoever shares it, and to the one who may be written to', async () => {
    const area = house.anArea();
    const shared = { emails: ['Yhteinen.Osoite@tehdas.example'] };
    const first = await house.person(area, { ...shared, lastName: 'Ökvist' });
    const second = await house.person(area, { ...shared, lastName: 'Ahola' });
    const { id } = await house.draftTo(area);
    const decided = async () =>
      Object.fromEntries(
        (await house.audienceOf(id, '?limit=1')).items
          .concat((await house.audienceOf(id)).items)
          .map((item) => [item.contactId, item.code]),
      );
    expect(await decided()).toEqual({ [first]: 'job_role', [second]: 'duplicate_address' });
    expect((await house.audienceOf(id)).counts.byCode).toEqual({ job_role: 1, duplicate_address: 1 });
    await house.dispatch(id).expect(202);
    await house.prepare(id);
    expect((await house.messagesOf(id)).map(({ contact_id }) => contact_id)).toEqual([first]);
    expect((await house.audienceOf(id)).items.find(({ contactId }) => contactId === second)).toMatchObject({
      allowed: false,
      code: 'duplicate_address',
      sentence: expect.stringMatching(/osoitteeseen/),
    });
  });

  it('come page by page to the same as the counts say', async () => {
    const area = house.anArea();
    for (let i = 0; i < 7; i++)
      await house.person(area, { emails: i % 3 === 0 ? [] : [`sivu${i % 3}@tehdas.example`] });
    const { id } = await house.draftTo(area);
    const seen: Member[] = [];
    let cursor: string | null = null;
    do {
      const page: AudienceBody = await house.audienceOf(
        id,
        `?limit=2&included=false${cursor ? `&cursor=${cursor}` : ''}`,
      );
      seen.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    const { counts } = await house.audienceOf(id);
    expect(new Set(seen.map(({ contactId }) => contactId)).size).toBe(counts.leftOut);
    expect(counts).toMatchObject({
      included: 2,
      leftOut: 5,
      byCode: { no_address: 3, duplicate_address: 2 },
    });
  });

  it('speak to each in their own language, say who gets another, and ask before they do', async () => {
    const area = house.anArea();
    await house.person(area, { language: 'sv', lastName: 'Aspelin' });
    await house.person(area, { language: 'en', lastName: 'Brown' });
    await house.person(area, { language: null, lastName: 'Cajander' });
    const { id } = await house.draftTo(area, {
      templateId: await aTemplate(house.marketer, { languages: ['sv', 'fi'] }),
    });
    const { items, counts } = await house.audienceOf(id);
    expect(items.map(({ language, fellBack }) => [language, fellBack])).toEqual([
      ['sv', false],
      ['fi', true],
      ['fi', false],
    ]);
    expect(counts).toMatchObject({ fellBack: 1, byLanguage: { sv: 1, fi: 2 } });
    expect((await house.dispatch(id).expect(409)).body.code).toBe('template_language_missing');
    await house.dispatch(id, { acceptsOtherLanguage: true }).expect(202);
    await house.prepare(id);
    expect((await house.messagesOf(id)).map(({ language }) => language).sort()).toEqual(['fi', 'fi', 'sv']);
  });

  it('reach those whose work it is when they say what they are about (C2)', async () => {
    const [area, other] = [house.anArea(), house.anArea()];
    const [theirs, notTheirs] = [await house.person(area), await house.person(other)];
    const segmentId = await aSegment(house.marketer, { areasOfResponsibility: [area, other] });
    const { id } = await aMailing(house.marketer, {
      templateId: house.templateId,
      segmentId,
      areas: [area.toUpperCase()],
    });
    const codes = async () =>
      Object.fromEntries((await house.audienceOf(id)).items.map(({ contactId, code }) => [contactId, code]));
    expect(await codes()).toEqual({ [theirs]: 'job_role', [notTheirs]: 'outside_role' });
    await house.marketer.patch(`/mailings/${id}`, { roleReason: 'Koskee koko tuotantoa' }).expect(200);
    expect(await codes()).toEqual({ [theirs]: 'job_role', [notTheirs]: 'job_role' });
  });

  it('send whoever writes them a test in their own language, and nobody else', async () => {
    const area = house.anArea();
    await house.person(area);
    const { id } = await house.draftTo(area);
    expect((await house.marketer.agent.post(`/api/v1/mailings/${id}/tests`).expect(202)).body).toEqual({
      language: 'fi',
    });
    await house.marketer.post(`/mailings/${id}/tests`, { language: 'sv' }).expect(202);
    const { body } = await house.admin.get('/mailbox').expect(200);
    const tests = body.items.filter(({ template }: { template: string }) => template === 'mailing_test');
    expect(tests.map(({ to, language }: { to: string; language: string }) => [to, language])).toEqual([
      ['markku@havukka.example', 'sv'],
      ['markku@havukka.example', 'fi'],
    ]);
    const letter = (await house.admin.get(`/mailbox/${tests[0].id}`).expect(200)).body;
    expect(letter.subject).toBe('[Prov] God dag Samu');
    expect(letter.html).toContain('God dag, Samu!');
    expect(letter.text).toContain('/u/-');
    const onlySwedish = await house.draftTo(area, {
      templateId: await aTemplate(house.marketer, { languages: ['sv'] }),
    });
    await house.marketer.post(`/mailings/${onlySwedish.id}/tests`, { language: 'en' }).expect(400);
    expect(await house.messagesOf(id)).toEqual([]);
  });

  it.each<[string, () => Promise<object>]>([
    ['a purpose on no record', async () => ({ purpose: 'palm_reading' })],
    ['a purpose that is profiling', async () => ({ purpose: 'profiling_sales' })],
    ['a template for another purpose', async () => ({ purpose: 'newsletter' })],
    ['a template that is none', async () => ({ templateId: house.companyId })],
    ['a segment that is none', async () => ({ segmentId: house.companyId })],
    ['no areas, said at length', async () => ({ areas: [] })],
    ['a field that is none', async () => ({ force: true })],
  ])('refuse %s', async (_, wrong) => {
    const segmentId = await aSegment(house.marketer, {});
    const before = await app.rows('SELECT 1 FROM mailings');
    const input = {
      purpose: 'direct_marketing',
      templateId: house.templateId,
      segmentId,
      ...(await wrong()),
    };
    expect((await house.marketer.post('/mailings', input).expect(400)).body.code).toBe('validation_failed');
    expect(await app.rows('SELECT 1 FROM mailings')).toHaveLength(before.length);
  });

  it('keep their segment and their template while they are drafts, and not longer', async () => {
    const area = house.anArea();
    await house.person(area);
    const ownTemplate = await aTemplate(house.marketer);
    const segmentId = await aSegment(house.marketer, { areasOfResponsibility: [area] });
    const { id } = await aMailing(house.marketer, { templateId: ownTemplate, segmentId });
    expect((await house.marketer.delete(`/segments/${segmentId}`).expect(409)).body.code).toBe(
      'segment_in_use',
    );
    expect((await house.marketer.delete(`/templates/${ownTemplate}`).expect(409)).body.code).toBe(
      'template_in_use',
    );
    await house.dispatch(id).expect(202);
    await house.marketer.delete(`/segments/${segmentId}`).expect(204);
    await house.marketer.delete(`/templates/${ownTemplate}`).expect(204);
    await house.prepare(id);
    expect((await house.marketer.get(`/mailings/${id}`).expect(200)).body.segment).toBeNull();
    expect(await house.messagesOf(id)).toHaveLength(1);
    // What was sent stays legible: no row goes that it was made from.
    for (const [column, table] of [
      ['template_id', 'templates'],
      ['template_version_id', 'template_versions'],
    ])
      await expect(
        app.rows(`DELETE FROM ${table} WHERE id = (SELECT ${column} FROM mailings WHERE id = $1)`, [id]),
      ).rejects.toMatchObject({ code: '23503', constraint: `mailings_${column}_fkey` });
  });

  it('are closed to strangers and to those who send none', async () => {
    const { id } = await house.draftTo(house.anArea());
    await app.stranger.get(`/mailings/${id}/audience`).expect(401);
    const support = await app.signIn(house.admin, { roles: ['support'] });
    await support.get(`/mailings/${id}`).expect(403);
    const salesperson = await app.signIn(house.admin);
    await salesperson.get(`/mailings/${id}/results`).expect(200);
    await salesperson.post(`/mailings/${id}/dispatch`, {}).expect(403);
    await house.marketer.get(`/mailings/${house.companyId}`).expect(404);
    await house.marketer.get(`/mailings/${house.companyId}/audience`).expect(404);
    await house.marketer.post(`/mailings/${house.companyId}/dispatch`, {}).expect(404);
    await house.marketer.delete(`/mailings/${id}`).expect(204);
    await house.marketer.get(`/mailings/${id}`).expect(404);
  });
});
