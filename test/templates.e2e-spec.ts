import { PeopleToWriteTo, TemplateRenderers, Templates } from '@seloste/templates';
import { aCompany, aContact, createTestApp, databaseOf, type Caller, type TestApp } from '@seloste/testing';
import { putIntoTeam } from './support/teams.js';

const finnish = {
  subject: 'Uutta huollosta, {{firstName|hyvä lukija}}',
  preheader: 'Kaksi minuuttia',
  blocks: [
    { type: 'heading', text: 'Hei {{firstName|siellä}}' },
    { type: 'text', text: 'Kerromme, mitä **{{company|yrityksesi}}** saa.' },
    { type: 'button', text: 'Lue lisää', url: 'https://havukka.example/uutta' },
    { type: 'divider' },
  ],
};
const swedish = {
  subject: 'Nytt om service',
  mjml: '<mjml><mj-body><mj-section><mj-column><mj-text>Hej {{firstName|du}}</mj-text></mj-column></mj-section></mj-body></mjml>',
};
const aTemplate = (fields: object = {}) => ({
  name: 'Huoltokirje',
  purpose: 'newsletter',
  contents: { fi: finnish, sv: swedish },
  ...fields,
});

describe('templates', () => {
  let app: TestApp;
  let admin: Caller;
  let marketer: Caller;
  let salesperson: Caller;

  beforeAll(async () => {
    app = await createTestApp({ process: 'api' });
    admin = await app.setUp();
    marketer = await app.signIn(admin, { roles: ['marketer'] });
    salesperson = await app.signIn(admin, { name: 'Samu Myyjä' });
  });
  afterAll(() => app.close());

  const make = async (fields: object = {}) =>
    (await marketer.post('/templates', aTemplate(fields)).expect(201)).body;
  const versionOf = async (id: string) =>
    (await app.app.get(Templates).currentVersion(databaseOf(app), id)).versionId;
  const preview = async (fields: object = {}, caller = marketer) =>
    (await caller.post('/template-previews', { ...aTemplate(), language: 'fi', ...fields }).expect(200)).body;
  const lastEvent = async () =>
    (await app.rows('SELECT action, subject_id, fields FROM audit_events ORDER BY id DESC LIMIT 1'))[0];

  it('are written in up to three languages, as blocks or as MJML, on record', async () => {
    const made = await make();
    expect(made).toMatchObject({
      name: 'Huoltokirje',
      purpose: 'newsletter',
      number: 1,
      version: 1,
      createdBy: { name: expect.any(String) },
    });
    expect(made.contents.fi).toMatchObject({
      subject: finnish.subject,
      preheader: 'Kaksi minuuttia',
      mjml: null,
    });
    expect(made.contents.fi.blocks).toHaveLength(4);
    expect(made.contents.sv).toMatchObject({ blocks: null, mjml: swedish.mjml });
    expect(await lastEvent()).toEqual({
      action: 'template.create',
      subject_id: made.id,
      fields: ['name', 'purpose', 'contents'],
    });
    const { body } = await salesperson.get('/templates?q=huolto&sort=-updatedAt').expect(200);
    expect(body.items[0]).toMatchObject({ id: made.id, languages: ['fi', 'sv'], purpose: 'newsletter' });
  });

  it('keep what was sent: an edit of the contents is a new version', async () => {
    const made = await make();
    const first = await versionOf(made.id);
    const contents = { en: { subject: 'News', blocks: [{ type: 'text', text: 'Hello' }] } };
    const { body, headers } = await marketer
      .patch(`/templates/${made.id}`, { contents })
      .set('If-Match', '"1"')
      .expect(200);
    expect(body).toMatchObject({ number: 2, version: 2, contents: { en: { subject: 'News' } } });
    expect(body.contents.fi).toBeUndefined();
    expect(headers.etag).toBe('"2"');
    expect(await lastEvent()).toMatchObject({ action: 'template.update', fields: ['contents'] });
    const renderers = app.app.get(TemplateRenderers);
    expect((await renderers.rendererFor(first)).languages).toEqual(['fi', 'sv']);
    expect((await renderers.rendererFor(await versionOf(made.id))).languages).toEqual(['en']);
    await marketer.patch(`/templates/${made.id}`, { name: 'X' }).set('If-Match', '"1"').expect(412);
    const named = await marketer.patch(`/templates/${made.id}`, { name: 'Kevätkirje', contents }).expect(200);
    expect(named.body).toMatchObject({ name: 'Kevätkirje', number: 2, version: 3 });
    expect((await marketer.patch(`/templates/${made.id}`, { contents }).expect(200)).body.version).toBe(3);
  });

  it('are removed from those to choose from, and still write what was begun with them', async () => {
    const made = await make();
    const version = await versionOf(made.id);
    await marketer.delete(`/templates/${made.id}`).expect(204);
    expect(await lastEvent()).toMatchObject({ action: 'template.delete', subject_id: made.id });
    await marketer.get(`/templates/${made.id}`).expect(404);
    await marketer.delete(`/templates/${made.id}`).expect(404);
    await marketer.patch(`/templates/${made.id}`, { name: 'X' }).expect(404);
    expect((await app.app.get(TemplateRenderers).rendererFor(version)).purpose).toBe('newsletter');
  });

  it.each([
    [
      'an unknown merge field',
      { contents: { fi: { ...finnish, subject: '{{nimi|x}}' } } },
      'contents.fi.subject',
      'merge_field_unknown',
    ],
    [
      'a merge field without a fallback',
      { contents: { fi: { ...finnish, blocks: [{ type: 'text', text: 'Hei {{firstName}}' }] } } },
      'contents.fi.blocks.0.text',
      'merge_fallback_missing',
    ],
    [
      'MJML that fetches an image',
      {
        contents: {
          fi: finnish,
          sv: { subject: 'a', mjml: swedish.mjml.replace('Hej', '<img src="https://t.example/1.gif" />') },
        },
      },
      'contents.sv.mjml',
      'mjml_element',
    ],
    ['no language', { contents: {} }, 'contents', 'required'],
    ['neither blocks nor MJML', { contents: { fi: { subject: 'a' } } }, 'contents.fi.blocks', 'required'],
    [
      'both blocks and MJML',
      { contents: { fi: { ...finnish, mjml: swedish.mjml } } },
      'contents.fi.blocks',
      'required',
    ],
    ['a purpose that there is not', { purpose: 'spam' }, 'purpose', 'purpose'],
    ['a purpose that nobody is written to for', { purpose: 'profiling_sales' }, 'purpose', 'purpose'],
    [
      'a block of an unknown kind',
      { contents: { fi: { ...finnish, blocks: [{ type: 'image', url: 'https://t.example/1.gif' }] } } },
      'contents.fi.blocks.0.type',
      'isIn',
    ],
  ])('are not saved with %s', async (_, fields, field, code) => {
    const count = async () => (await app.rows('SELECT count(*) FROM templates'))[0];
    const before = await count();
    const { body } = await marketer.post('/templates', aTemplate(fields)).expect(400);
    expect(body).toMatchObject({
      code: 'validation_failed',
      fields: expect.arrayContaining([expect.objectContaining({ field, code })]),
    });
    expect(await count()).toEqual(before);
  });

  it('are shown as somebody would get them, with the foot of marketing in their language (C8, V10)', async () => {
    await admin.patch('/controller', { postalAddress: 'Satamakatu 4, 33200 Tampere' }).expect(200);
    const shown = await preview();
    expect(shown.problems).toEqual([]);
    expect(shown.subject).toBe('Uutta huollosta, Maija');
    for (const words of [
      'Havukka Palvelut Oy',
      '1234567-1',
      'Satamakatu 4',
      'markkinointiviesti',
      'http://127.0.0.1/privacy',
      '/u/-',
      '/p/-',
    ])
      for (const part of [shown.html, shown.text]) expect(part).toContain(words);
    expect((await preview({ language: 'sv' })).text).toContain('Hej Maja');
    expect((await preview({ purpose: 'service' })).html).not.toContain('/u/-');
  });

  it('are shown with what is wrong with them, in every language', async () => {
    const contents = {
      fi: { ...finnish, subject: 'Hei {{firstName}}' },
      en: { subject: 'x', mjml: '<mjml>' },
    };
    const shown = await preview({ contents });
    expect(shown.problems.map(({ field, code }: { field: string; code: string }) => [field, code])).toEqual([
      ['contents.fi.subject', 'merge_fallback_missing'],
      ['contents.en.mjml', 'mjml_invalid'],
    ]);
    expect(shown.html).toContain('Hei Maija');
    const { body } = await marketer
      .post('/template-previews', { ...aTemplate(), language: 'en' })
      .expect(400);
    expect(body.fields[0]).toMatchObject({ field: 'language' });
  });

  it('are shown for a person within reach alone, which is on record', async () => {
    const companyId = (await salesperson.post('/companies', aCompany({ name: 'Kvarnen & Co' })).expect(201))
      .body.id;
    const emails = ['asa.lindqvist@kvarnen.example'];
    const contact = (
      await salesperson
        .post('/contacts', aContact({ firstName: 'Åsa', emails, title: 'Inköpare', companyId }))
        .expect(201)
    ).body;
    const shown = await preview({ contactId: contact.id }, salesperson);
    expect(shown.subject).toBe('Uutta huollosta, Åsa');
    expect(shown.html).toContain('Kvarnen &amp; Co');
    expect(shown.text).toContain('sinä itse: met at a fair');
    expect(shown.text).toContain('liittyy työtehtävääsi');
    expect(await lastEvent()).toEqual({ action: 'template.preview', subject_id: contact.id, fields: [] });
    await putIntoTeam(app, salesperson, 'North');
    const stranger = await app.signIn(admin, { name: 'Toinen Myyjä' });
    await putIntoTeam(app, stranger, 'South');
    const { body } = await stranger
      .post('/template-previews', { ...aTemplate(), language: 'fi', contactId: contact.id })
      .expect(404);
    expect(body.code).toBe('not_found');
  });

  it('are filled in for many at once: who they are, where they are from, and whether they have to be told (GDPR Art. 14)', async () => {
    const sources = [{ kind: 'bought_list', what: 'Fonecta', when: '2026-02-01' }];
    const contact = (
      await salesperson.post('/contacts', aContact({ firstName: 'Eero', sources })).expect(201)
    ).body;
    const values = await app.app.get(PeopleToWriteTo).valuesOf(databaseOf(app), [contact.id]);
    expect(values.get(contact.id)).toMatchObject({
      firstName: 'Eero',
      ownerName: 'Samu Myyjä',
      addressSource: { kind: 'bought_list', what: 'Fonecta', when: '2026-02-01' },
      noticeDue: true,
      purposes: { newsletter: { basis: 'legitimate_interest' } },
    });
    expect(values.get(contact.id)?.purposes).not.toHaveProperty('profiling_marketing');
    await app.rows(
      `INSERT INTO contact_bases (contact_id, purpose, basis, recorded_at) VALUES ($1, 'newsletter', 'consent', now())`,
      [contact.id],
    );
    const own = await app.app.get(PeopleToWriteTo).valuesOf(databaseOf(app), [contact.id]);
    expect(own.get(contact.id)?.purposes.newsletter).toEqual({
      key: 'newsletter',
      basis: 'consent',
      name: null,
    });
  });

  it('are compiled once, and again when the company says otherwise who it is', async () => {
    const { id } = await make();
    const renderers = app.app.get(TemplateRenderers);
    const version = await versionOf(id);
    const renderer = await renderers.rendererFor(version);
    expect(await renderers.rendererFor(version)).toBe(renderer);
    expect([renderer.languageFor('sv'), renderer.languageFor('en'), renderer.languageFor(null)]).toEqual([
      'sv',
      'fi',
      'fi',
    ]);
    await admin.patch('/controller', { postalAddress: 'Uusikatu 1, 00100 Helsinki' }).expect(200);
    expect(await renderers.rendererFor(version)).not.toBe(renderer);
    await expect(renderers.rendererFor('01a207bb-e5b0-704d-8b14-5b9a3e99f598')).rejects.toThrow(
      'template version',
    );
  });

  it('are read by who sends, and written by who may send to many', async () => {
    const { id } = await make();
    await app.stranger.get('/templates').expect(401);
    await app.stranger.post('/templates', aTemplate()).expect(401);
    await salesperson.get(`/templates/${id}`).expect(200);
    await salesperson.post('/templates', aTemplate()).expect(403);
    await salesperson.patch(`/templates/${id}`, { name: 'X' }).expect(403);
    await salesperson.delete(`/templates/${id}`).expect(403);
    const settings = await app.signIn(admin, { roles: ['admin'] });
    await settings.get('/templates').expect(403);
    await marketer.get('/templates/01a207bb-e5b0-704d-8b14-5b9a3e99f598').expect(404);
  });
});
