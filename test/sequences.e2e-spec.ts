import { AutomatedSequences, PersonLinks } from '@seloste/permissions';
import { newId } from '@seloste/kernel';
import { readerOf } from '@seloste/platform';
import { aCompany, aContact, createTestApp, databaseOf, startMailServer } from '@seloste/testing';
import type { Caller, MailServer, TestApp } from '@seloste/testing';
import { TakeSteps } from '../libs/mailings/src/sequences/take-steps.js';
import { HandOvers } from '../libs/messages/src/hand-over/hand-overs.js';
import { acting } from './support/restricted-person.js';
import { putIntoTeam } from './support/teams.js';

const hour = 60 * 60_000;
const nowhere = '01a207bb-e5b0-704d-8b14-5b9a3e99f598';

interface Run {
  id: string;
  sequence: { id: string };
  endedAt: string | null;
  endedBecause: string | null;
  steps: { position: number; status: string; code: string | null; messageId: string | null; dueAt: string }[];
}

describe('what follows by itself when a person asks for something (V5)', () => {
  let app: TestApp;
  let server: MailServer;
  let admin: Caller;
  let marketer: Caller;
  let samu: Caller;
  let colleague: Caller;
  let officer: Caller;
  let later = 0;
  let templateId: string;

  beforeAll(async () => {
    server = await startMailServer();
    app = await createTestApp({
      mail: server.mail,
      process: 'api',
      clock: { now: () => new Date(Date.now() + later) },
    });
    admin = await app.setUp();
    marketer = await app.signIn(admin, { roles: ['marketer'] });
    samu = await app.signIn(admin, { name: 'Samu Myyjä', roles: ['salesperson'] });
    colleague = await app.signIn(admin, { name: 'Toinen Myyjä' });
    officer = await app.signIn(admin, { roles: ['privacy_officer'] });
    templateId = await makeTemplate();
  });
  afterEach(async () => {
    await app.rows('UPDATE sequences SET disabled_at = now()');
  });
  afterAll(async () => {
    await app.close();
    await server.close();
  });

  const makeTemplate = async (purpose = 'direct_marketing', subject = 'Opas, {{firstName|lukija}}') => {
    const content = { subject, blocks: [{ type: 'text', text: 'Tässä opas.' }] };
    const contents = { fi: content, sv: { ...content, subject: 'Guide' } };
    const template = await marketer.post('/templates', { name: 'Opas', purpose, contents }).expect(201);
    return template.body.id as string;
  };
  const aSequence = (fields: object = {}) => ({
    name: 'Oppaan jälkeen',
    trigger: 'guide_requested',
    purpose: 'direct_marketing',
    roleReason: 'pyysi oppaan työhönsä',
    steps: [
      { afterHours: 0, templateId },
      { afterHours: 24, templateId },
    ],
    ...fields,
  });
  const makeSequence = async (fields: object = {}) =>
    (await marketer.post('/sequences', aSequence(fields)).expect(201)).body;
  const person = async (fields: object = {}) => {
    const company = (await samu.post('/companies', aCompany()).expect(201)).body;
    const emails = [`asa.${newId()}@kvarnen.example`];
    const contact = aContact({ emails, title: 'Ostaja', language: 'fi', companyId: company.id, ...fields });
    return (await samu.post('/contacts', contact).expect(201)).body as {
      id: string;
      company: { id: string };
      emails: string[];
    };
  };
  const start = async (id: string, fields: object = {}) =>
    (
      await samu
        .post(`/contacts/${id}/sequence-starts`, {
          trigger: 'guide_requested',
          what: 'Huolto-opas',
          ...fields,
        })
        .expect(201)
    ).body as { items: Run[]; leftOut: { sequence: object; code: string }[] };
  const runsOf = async (id: string): Promise<Run[]> =>
    (await samu.get(`/contacts/${id}/sequences`).expect(200)).body.items;
  const tick = () => app.app.get(TakeSteps).run();
  const messagesOf = (id: string) =>
    app.rows<{ id: string; status: string; language: string; origin_id: string }>(
      `SELECT id, status, language, origin_id FROM messages WHERE contact_id = $1 AND origin_kind = 'sequence' ORDER BY created_at, id`,
      [id],
    );
  const statesOf = async (id: string) => (await messagesOf(id)).map(({ status }) => status);
  const actionsOn = async (id: string) =>
    (
      await app.rows<{ action: string }>(
        `SELECT action FROM audit_events WHERE subject_id = $1 AND action LIKE 'sequence.%' AND class = 'decision' ORDER BY id`,
        [id],
      )
    ).map(({ action }) => action);

  it('is laid down with templates of its purpose, on record', async () => {
    const made = await makeSequence();
    expect(made).toMatchObject({
      name: 'Oppaan jälkeen',
      enabled: true,
      underWay: 0,
      owner: null,
      steps: [
        { position: 1, afterHours: 0, template: { id: templateId, name: 'Opas' } },
        { position: 2, afterHours: 24 },
      ],
    });
    expect(await actionsOn(made.id)).toEqual(['sequence.create']);
    const steps = [{ afterHours: 48, templateId }];
    const { body } = await marketer
      .patch(`/sequences/${made.id}`, { steps, enabled: false })
      .set('If-Match', '"1"')
      .expect(200);
    expect(body).toMatchObject({ enabled: false, version: 2, steps: [{ afterHours: 48 }] });
    await marketer.patch(`/sequences/${made.id}`, { name: 'x' }).set('If-Match', '"1"').expect(412);
    expect((await marketer.patch(`/sequences/${made.id}`, { steps }).expect(200)).body.version).toBe(2);
    expect(await actionsOn(made.id)).toEqual(['sequence.create', 'sequence.update']);
    await marketer.delete(`/templates/${templateId}`).expect(409);
    const purposeChange = await marketer
      .patch(`/templates/${templateId}`, { purpose: 'newsletter' })
      .expect(409);
    expect(purposeChange.body.code).toBe('template_in_use');
  });

  it.each([
    [
      'steps out of order',
      () => ({
        steps: [
          { afterHours: 5, templateId },
          { afterHours: 4, templateId },
        ],
      }),
      'steps.1.afterHours',
      'order',
    ],
    [
      'a template that there is not',
      () => ({ steps: [{ afterHours: 0, templateId: nowhere }] }),
      'steps.0.templateId',
      'not_found',
    ],
    [
      'a template for another purpose',
      () => ({ purpose: 'newsletter' }),
      'steps.0.templateId',
      'template_purpose',
    ],
    ['nothing to do', () => ({ steps: [] }), 'steps', 'required'],
    ['an owner that there is not', () => ({ ownerId: nowhere }), 'ownerId', 'unknown_user'],
    ['service that nobody explains (V4)', () => ({ purpose: 'service' }), 'serviceReason', 'required'],
    [
      'marketing that says nothing of their work (C2)',
      () => ({ roleReason: null }),
      'roleReason',
      'required',
    ],
    ['profiling', () => ({ purpose: 'profiling_sales' }), 'purpose', 'purpose'],
    ['an unknown trigger', () => ({ trigger: 'opened_mail' }), 'trigger', 'isIn'],
  ])('is not laid down with %s', async (_, fields, field, code) => {
    const { body } = await marketer.post('/sequences', aSequence(fields())).expect(400);
    expect(body.fields).toEqual([expect.objectContaining({ field, code })]);
  });

  it('goes on saying what it has to do with their work while it sends marketing (C2)', async () => {
    const { id } = await makeSequence();
    await marketer.patch(`/sequences/${id}`, { roleReason: null }).expect(400);
  });

  it('is begun once, sends its mails when their time comes and not before, and says why with each', async () => {
    await makeSequence();
    const { id, emails } = await person();
    const { items } = await start(id);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      trigger: 'guide_requested',
      what: 'Huolto-opas',
      startedBy: { name: 'Samu Myyjä' },
      endedAt: null,
    });
    expect((await start(id)).items[0]?.id).toBe(items[0]?.id);
    await tick();
    await tick();
    const [first] = await messagesOf(id);
    expect(await statesOf(id)).toEqual(['waiting']);
    expect(first).toMatchObject({ language: 'fi', origin_id: items[0]?.id });
    await app.app.get(HandOvers).run();
    const mail = await server.waitFor(({ to }) => JSON.stringify(to ?? '').includes(emails[0] ?? ''));
    expect(mail.subject).toBe('Opas, Åsa');
    expect(mail.text).toContain('liittyy työtehtävääsi');
    expect(mail.text).toContain('/u/');
    expect((await runsOf(id))[0]?.steps).toEqual([
      expect.objectContaining({ position: 1, status: 'queued', code: 'job_role', messageId: first?.id }),
      expect.objectContaining({ position: 2, status: 'waiting', messageId: null }),
    ]);
    later += 23 * hour;
    await tick();
    expect(await statesOf(id)).toHaveLength(1);
    later += 2 * hour;
    await tick();
    expect(await statesOf(id)).toHaveLength(2);
    expect((await runsOf(id))[0]).toMatchObject({ endedBecause: 'completed' });
    expect(await actionsOn(id)).toEqual(['sequence.start', 'sequence.send', 'sequence.send']);
  });

  it('keeps its distance after a pause: mails that were to come apart do not come together', async () => {
    const { id: sequenceId } = await makeSequence();
    const { id } = await person();
    await start(id);
    await marketer.patch(`/sequences/${sequenceId}`, { enabled: false }).expect(200);
    later += 72 * hour;
    await tick();
    expect(await statesOf(id)).toEqual([]);
    await marketer.patch(`/sequences/${sequenceId}`, { enabled: true }).expect(200);
    await tick();
    expect(await statesOf(id)).toHaveLength(1);
    later += 25 * hour;
    await tick();
    expect(await statesOf(id)).toHaveLength(2);
  });

  it('is stopped by staff: what waits does not leave', async () => {
    await makeSequence();
    const { id } = await person();
    const run = (await start(id)).items[0];
    await tick();
    await samu.delete(`/contacts/${id}/sequences/${run?.id}`).expect(204);
    await samu.delete(`/contacts/${id}/sequences/${run?.id}`).expect(204);
    expect(await statesOf(id)).toEqual(['cancelled']);
    expect((await runsOf(id))[0]).toMatchObject({ endedBecause: 'staff', steps: [{ position: 1 }] });
    expect(await actionsOn(id)).toEqual(['sequence.start', 'sequence.send', 'sequence.stop']);
    later += 48 * hour;
    await tick();
    expect(await statesOf(id)).toEqual(['cancelled']);
    expect((await start(id)).items).toHaveLength(1);
  });

  it('has its own opt-out for the person, which nobody takes back for them', async () => {
    const { id: sequenceId } = await makeSequence({ name: 'Omat viestit' });
    const { id } = await person();
    const run = (await start(id)).items[0];
    const pages = app.app.get(AutomatedSequences);
    const ofPerson = () => pages.of(databaseOf(app), id);
    expect(await ofPerson()).toEqual([
      expect.objectContaining({ id: run?.id, name: 'Omat viestit', stoppedAt: null }),
    ]);
    const linkId = newId();
    const person2 = { actor: { kind: 'system' as const, name: 'person' }, requestId: '' };
    await databaseOf(app).transaction(async (tx) => {
      const link = { id: linkId, contactId: id, kind: 'preferences' as const, language: 'fi' as const };
      await app.app.get(PersonLinks).issue(tx, [{ ...link, purpose: null, channel: null, messageId: null }]);
      for (let twice = 0; twice < 2; twice++)
        await pages.stop(tx, person2, { contactId: id, id: run?.id ?? '', linkId });
      await pages.stop(tx, person2, { contactId: nowhere, id: run?.id ?? '', linkId });
      expect(await pages.of(readerOf(tx), id)).toEqual([
        expect.objectContaining({ stoppedAt: expect.any(Date) }),
      ]);
    });
    expect((await runsOf(id))[0]).toMatchObject({ endedBecause: 'person', steps: [] });
    const again = await start(id);
    expect(again).toMatchObject({
      items: [],
      leftOut: [{ sequence: { id: sequenceId }, code: 'stopped_by_person' }],
    });
  });

  it.each([
    ['to e-mail marketing', { channel: 'email', purpose: 'direct_marketing' }],
    ['to everything', { channel: 'all', purpose: 'all' }],
  ])('ends by itself when the person objects %s, and is not begun again (H12)', async (_, objection) => {
    await makeSequence();
    const { id } = await person();
    await start(id);
    await tick();
    await samu.post(`/contacts/${id}/objections`, objection).expect(201);
    expect((await runsOf(id))[0]).toMatchObject({ endedBecause: 'objection' });
    expect(await statesOf(id)).toEqual(['cancelled']);
    expect(await start(id)).toMatchObject({ items: [], leftOut: [{ code: 'objected' }] });
  });

  it('goes on when the person objects to something else, or to marketing where it is service (V4)', async () => {
    await makeSequence();
    const serviceTemplate = await makeTemplate('service');
    const steps = [
      { afterHours: 0, templateId: serviceTemplate },
      { afterHours: 9, templateId: serviceTemplate },
    ];
    await makeSequence({ purpose: 'service', serviceReason: 'Oppaan toimitus', steps, roleReason: null });
    const { id } = await person();
    await start(id);
    await samu.post(`/contacts/${id}/objections`, { channel: 'phone', purpose: 'all' }).expect(201);
    expect((await runsOf(id)).map(({ endedAt }) => endedAt)).toEqual([null, null]);
    await samu.post(`/contacts/${id}/objections`, { channel: 'all', purpose: 'all' }).expect(201);
    expect((await runsOf(id)).map(({ endedBecause }) => endedBecause).sort()).toEqual(
      [null, 'objection'].sort(),
    );
  });

  it('ends for everybody at a company that objects', async () => {
    await makeSequence();
    const { id, company } = await person();
    await start(id);
    await samu.post(`/companies/${company.id}/objections`, { channel: 'email', purpose: 'all' }).expect(201);
    expect((await runsOf(id))[0]).toMatchObject({ endedBecause: 'objection' });
  });

  it('leaves out a mail that may not be sent today, with the reason, and goes on', async () => {
    await makeSequence();
    const { id } = await person({ emails: [] });
    await start(id);
    await tick();
    expect((await runsOf(id))[0]?.steps[0]).toMatchObject({ status: 'left_out', code: 'no_address' });
    await samu.patch(`/contacts/${id}`, { emails: [`asa.${newId()}@kvarnen.example`] }).expect(200);
    later += 25 * hour;
    await tick();
    expect((await runsOf(id))[0]).toMatchObject({
      endedBecause: 'completed',
      steps: [{}, { status: 'queued' }],
    });
  });

  it('gives those whom nobody owns an owner, and takes nobody from theirs', async () => {
    const { body: me } = await samu.get('/me').expect(200);
    const { body: otherMe } = await colleague.get('/me').expect(200);
    await makeSequence({ steps: [], ownerId: otherMe.id });
    const mine = await person({ ownerId: me.id });
    const nobodys = await person();
    await app.rows('UPDATE contacts SET owner_id = NULL WHERE id = $1', [nobodys.id]);
    expect((await start(mine.id)).items[0]).toMatchObject({ endedBecause: 'completed', steps: [] });
    await start(nobodys.id);
    const ownerOf = async (id: string) => (await samu.get(`/contacts/${id}`).expect(200)).body.owner.id;
    expect(await ownerOf(mine.id)).toBe(me.id);
    expect(await ownerOf(nobodys.id)).toBe(otherMe.id);
    const [event] = await app.rows(
      `SELECT fields FROM audit_events WHERE subject_id = $1 AND action = 'contact.update'`,
      [nobodys.id],
    );
    expect(event).toEqual({ fields: ['ownerId'] });
  });

  it('ends for whoever is restricted, and nothing of it comes afterwards (GDPR Art. 18)', async () => {
    await makeSequence();
    const { id } = await person();
    await start(id);
    await tick();
    await officer.put(`/contacts/${id}/restriction`, { reason: 'kiistää tiedot' }).expect(200);
    await samu.get(`/contacts/${id}/sequences`).expect(404);
    await samu.post(`/contacts/${id}/sequence-starts`, { trigger: 'guide_requested' }).expect(404);
    later += 48 * hour;
    await tick();
    const { body } = await officer.get(`/contacts/${id}/sequences`).set(acting).expect(200);
    expect(body.items[0]).toMatchObject({ endedBecause: 'restriction' });
    expect(await statesOf(id)).not.toContain('waiting');
    expect(await statesOf(id)).toHaveLength(1);
  });

  it('is within the reach of whoever may write to the person', async () => {
    const { id: sequenceId } = await makeSequence();
    const { id } = await person();
    const run = (await start(id)).items[0];
    const path = `/contacts/${id}`;
    await app.stranger.get(`${path}/sequences`).expect(401);
    await app.stranger.post(`${path}/sequence-starts`, { trigger: 'signed_up' }).expect(401);
    await samu.post(`${path}/sequence-starts`, { trigger: 'x' }).expect(400);
    await marketer.post(`${path}/sequence-starts`, { trigger: 'signed_up' }).expect(403);
    await samu.post('/sequences', aSequence()).expect(403);
    await samu.patch(`/sequences/${sequenceId}`, { name: 'x' }).expect(403);
    await marketer.get(`/sequences/${nowhere}`).expect(404);
    await marketer.patch(`/sequences/${nowhere}`, { name: 'x' }).expect(404);
    await samu.delete(`${path}/sequences/${nowhere}`).expect(404);
    await samu.get(`/contacts/${nowhere}/sequences`).expect(404);
    await putIntoTeam(app, samu, 'North');
    await putIntoTeam(app, colleague, 'South');
    await colleague.get(`${path}/sequences`).expect(404);
    await colleague.post(`${path}/sequence-starts`, { trigger: 'signed_up' }).expect(404);
    await colleague.delete(`${path}/sequences/${run?.id}`).expect(404);
    await marketer.delete(`${path}/sequences/${run?.id}`).expect(204);
  });
});
