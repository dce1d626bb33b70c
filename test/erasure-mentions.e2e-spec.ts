import { messageContentUse } from '@seloste/mail';
import { Sealer } from '@seloste/platform';
import { createTestApp, type TestApp } from '@seloste/testing';
import { bought, ImportSteps } from './support/import-steps.js';
import { erase } from './support/erasure/erase.js';
import { Mentioned } from './support/erasure/mentioned.js';
import { acting } from './support/restricted-person.js';

const matti = {
  firstName: 'Matti',
  lastName: 'Virtanen',
  emails: ['matti.virtanen@paja.example'],
  phones: ['+358401234567'],
};

describe('what others wrote of a person who is erased (V7, H6)', () => {
  let app: TestApp;
  let rooms: Mentioned;

  beforeEach(async () => {
    app = await createTestApp();
    rooms = await Mentioned.on(app);
  });
  afterEach(() => app.close());

  it('is told apart still where two texts that may not be the same become so', async () => {
    const id = await rooms.person(matti);
    await app.rows(`INSERT INTO teams (id, name, created_at, updated_at)
      SELECT gen_random_uuid(), name, now(), now() FROM unnest('{Matti Virtanen,Virtanen Matti}'::text[]) AS name`);
    const { officer } = rooms;
    expect((await erase(officer, id)).status).toBe('complete');
    const names = (await app.rows<{ name: string }>('SELECT name FROM teams')).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(2);
    expect(names.join()).not.toMatch(/virta|matti/i);
  });

  it('names the pseudonym in every inflected form, address and number, wherever it stands', async () => {
    const { officer, seller } = rooms;
    const firm = await rooms.company({
      name: 'Matti Virtanen Tmi Rinnakkainen',
      billing: { reference: 'Virtasen viite' },
    });
    const work = await rooms.company({ name: 'Paja Oy', website: 'https://paja.example' });
    const id = await rooms.person({ ...matti, companyId: work });
    await rooms.person({
      firstName: 'Tytti',
      lastName: 'Korpi',
      companyId: work,
      title: 'Matti Virtasen sihteeri',
    });
    const other = await rooms.person({
      firstName: 'Åke',
      lastName: 'Ek',
      interests: ['Virtanen Matin puutarha'],
    });
    const note = await rooms.note(other, {
      subject: 'Tarjous Matti Virtaselle',
      body: 'Soita Virtaselle 040 123 4567 tai kirjoita matti.virtanen@paja.example. M. Virtasen mukaan sopii.',
    });
    const { body: read } = await seller.get(`/interactions/${note}`).expect(200);
    const edited = { subject: 'Tarjous', body: 'Virtanen, Matti oli lomalla.' };
    await seller.patch(`/interactions/${note}`, edited).set('If-Match', `"${read.version}"`).expect(200);
    const placed = { reason: 'Matti Virtasen pyynnöstä' };
    await officer.put(`/contacts/${other}/restriction`, placed).set(acting).expect(200);
    const steps = new ImportSteps(seller);
    const list = await steps.upload(
      'Etunimi;Sukunimi;Sähköposti;Muistiinpano\nAnna;Aho;anna@aho.example;Tuli Matti Virtasen kautta\n',
    );
    await steps.check(list, { source: { ...bought, what: 'Matti Virtasen lista' } });

    const erasure = await rooms.erase(id);

    expect(erasure).toMatchObject({ status: 'complete', leftovers: [], unread: [] });
    const [{ pseudonym }] = (await app.rows<{ pseudonym: string }>('SELECT pseudonym FROM erasures')) as [
      { pseudonym: string },
    ];
    expect(await rooms.said('interactions', 'body', note)).toBe(`${pseudonym} oli lomalla.`);
    const [revision] = await app.rows<{ subject: string; body: string }>(
      'SELECT subject, body FROM interaction_revisions',
    );
    expect(revision).toEqual({
      subject: `Tarjous ${pseudonym}`,
      body: `Soita ${pseudonym} ${pseudonym} tai kirjoita ${pseudonym}. ${pseudonym} mukaan sopii.`,
    });
    expect(await rooms.said('companies', 'name', firm)).toBe(`${pseudonym} Tmi Rinnakkainen`);
    expect(await rooms.said('contacts', 'interests[1]', other)).toBe(`${pseudonym} puutarha`);
    expect(await app.rows('SELECT reason FROM restrictions')).toEqual([{ reason: `${pseudonym} pyynnöstä` }]);
    expect(await app.rows(`SELECT record ->> 'note' AS note FROM import_rows`)).toEqual([
      { note: `Tuli ${pseudonym} kautta` },
    ]);
    expect(await app.rows('SELECT source_what FROM imports')).toEqual([
      { source_what: `${pseudonym} lista` },
    ]);
    expect(await app.rows(`SELECT title FROM contacts WHERE last_name = 'Korpi'`)).toEqual([
      { title: `${pseudonym} sihteeri` },
    ]);
    expect(erasure.counts).toMatchObject({ interactions: { replace: 1 }, restrictions: { replace: 1 } });
  });

  it('shows in the plan, with the sentence, and keeps none of it', async () => {
    const id = await rooms.person(matti);
    const other = await rooms.person({ firstName: 'Åke', lastName: 'Ek' });
    await rooms.note(other, { subject: 'Tarjous', body: 'Annoin tarjouksen Matti Virtaselle maanantaina.' });
    await rooms.note(other, { subject: 'Kysymys', body: 'Matti lupasi palata asiaan.' });
    const { body } = await rooms.officer.post(`/contacts/${id}/erasure-plans`).expect(201);
    expect(body.mentions).toMatchObject({
      sure: 1,
      texts: { interactions: 1 },
      sureOnes: [
        {
          kind: 'full_name',
          context: { before: 'Annoin tarjouksen ', mention: 'Matti Virtaselle', after: ' maanantaina.' },
        },
      ],
      doubtful: [{ kind: 'first_name', context: { mention: 'Matti' } }],
    });
    expect(await app.rows('SELECT 1 FROM erasure_mentions')).toEqual([]);
    expect(await app.rows(`SELECT 1 FROM erasure_plans WHERE contents::text ~* 'matti|virta'`)).toEqual([]);
  });

  it('leaves a namesake and what is on record about them as they are, and asks where either may be meant', async () => {
    const id = await rooms.person(matti);
    const namesake = await rooms.person({
      firstName: 'Matti',
      lastName: 'Virtanen',
      emails: ['matti@muu.example'],
    });
    const other = await rooms.person({ firstName: 'Åke', lastName: 'Ek' });
    const theirs = await rooms.note(namesake, {
      subject: 'Matti Virtasen toive',
      body: 'Virtanen haluaa sinisen.',
    });
    const strangers = await rooms.note(other, { subject: 'Matti Virtanen kävi', body: '–' });
    const erasure = await rooms.erase(id);
    expect(erasure.status).toBe('waiting_for_decisions');
    expect(erasure.certificate).toBeNull();
    const { body } = await rooms.officer.get(`/erasures/${erasure.id}/mentions`).expect(200);
    expect(body).toMatchObject({
      items: [
        { table: 'interactions', rowId: strangers, decision: null, context: { mention: 'Matti Virtanen' } },
      ],
      undecided: 1,
    });
    const decisions = [{ id: body.items[0].id, decision: 'keep' }];
    const decided = await rooms.officer
      .post(`/erasures/${erasure.id}/mention-decisions`, { decisions })
      .expect(200);
    expect(decided.body).toEqual({ decided: 1, changed: [], undecided: 0, status: 'complete' });
    expect(await rooms.said('interactions', 'subject', theirs)).toBe('Matti Virtasen toive');
    expect(await rooms.said('interactions', 'subject', strangers)).toBe('Matti Virtanen kävi');
    expect(await rooms.said('contacts', 'last_name', namesake)).toBe('Virtanen');
    expect(await app.rows('SELECT 1 FROM sought_people')).toEqual([]);
  });

  it('is decided one by one where it is doubtful, and completes the erasure with the last word', async () => {
    const id = await rooms.person(matti);
    const other = await rooms.person({ firstName: 'Åke', lastName: 'Ek' });
    const note = await rooms.note(other, {
      subject: 'Huomio',
      body: 'Matti soittaa. Myös toinen Matti soittaa.',
    });
    const { id: erasureId, status } = await rooms.erase(id);
    expect(status).toBe('waiting_for_decisions');
    const sealed = await app.rows<{ sealed: string }>('SELECT sealed FROM sought_people');
    expect(sealed).toHaveLength(1);
    expect(JSON.stringify(sealed)).not.toMatch(/matti|virta/i);
    const { officer } = rooms;
    const { items } = (await officer.get(`/erasures/${erasureId}/mentions`).expect(200)).body;
    expect(items.map((item: { context: object }) => item.context)).toEqual([
      { before: '', mention: 'Matti', after: ' soittaa. Myös toinen Matti soittaa.' },
      { before: 'Matti soittaa. Myös toinen ', mention: 'Matti', after: ' soittaa.' },
    ]);
    const decide = (decisions: object[]) =>
      officer.post(`/erasures/${erasureId}/mention-decisions`, { decisions });
    const first = await decide([{ id: items[0].id, decision: 'replace' }]).expect(200);
    expect(first.body).toMatchObject({ decided: 1, undecided: 1, status: 'waiting_for_decisions' });
    const [{ pseudonym }] = (await app.rows<{ pseudonym: string }>('SELECT pseudonym FROM erasures')) as [
      { pseudonym: string },
    ];
    expect(await rooms.said('interactions', 'body', note)).toBe(
      `${pseudonym} soittaa. Myös toinen Matti soittaa.`,
    );
    expect((await decide([{ id: items[1].id, decision: 'keep' }]).expect(200)).body.status).toBe('complete');
    const erasure = await rooms.erasure(erasureId);
    expect(erasure.certificate.mentions).toMatchObject({ decidedToReplace: 1, decidedToKeep: 1 });
    const { body } = await officer.get(`/audit-events?action=erasure.decide_mentions`).expect(200);
    expect(body.items.map((event: { fields: string[] }) => event.fields)).toEqual([['keep'], ['replace']]);
    expect(JSON.stringify(body)).not.toMatch(/matti/i);
    await decide([{ id: items[1].id, decision: 'replace' }]).expect(409);
  });

  it('stays where it is beside one with tags within it', async () => {
    const id = await rooms.person(matti);
    const other = await rooms.person({ firstName: 'Åke', lastName: 'Ek' });
    const body = '<p>M. <b>Virtanen</b> soitti, ja Matti vastasi.</p>';
    const note = await rooms.note(other, { subject: 'Huomio', body });
    const { id: erasureId } = await rooms.erase(id);
    const path = `/erasures/${erasureId}/mentions`;
    const { items } = (await rooms.officer.get(path).expect(200)).body;
    const [initials] = items.filter(({ kind }: { kind: string }) => kind === 'initials');
    const decisions = [{ id: initials.id, decision: 'replace' }];
    await rooms.officer.post(`/erasures/${erasureId}/mention-decisions`, { decisions }).expect(200);
    const left = (await rooms.officer.get(path).expect(200)).body.items;
    expect(left[0].context).toMatchObject({ mention: 'Matti', after: ' vastasi.</p>' });
    expect(await rooms.said('interactions', 'body', note)).toMatch(
      /^<p>[0-9A-Z]{4}-[0-9A-Z]{4}<b><\/b> soitti/,
    );
  });

  it('is asked of somebody who is known by a given name alone', async () => {
    const work = await rooms.company();
    const id = await rooms.person({ firstName: 'Hillevi', lastName: '', emails: [], companyId: work });
    const other = await rooms.person({ firstName: 'Åke', lastName: 'Ek', companyId: work });
    const note = await rooms.note(other, { subject: 'Huomio', body: 'Hilleville soitetaan.' });
    const erasure = await rooms.erase(id);
    expect(erasure.status).toBe('waiting_for_decisions');
    expect(
      await app.rows('SELECT kind, table_name AS "table", row_id AS "rowId" FROM erasure_mentions'),
    ).toEqual([{ kind: 'first_name', table: 'interactions', rowId: note }]);
  });

  it('is found in a script that sets no space between words, wherever in a text it stands', async () => {
    const id = await rooms.person({ firstName: '小明', lastName: '王', emails: [] });
    const other = await rooms.person({ firstName: 'Åke', lastName: 'Ek' });
    const note = await rooms.note(other, {
      subject: '王 小明',
      body: 'Puhuttiin: 昨天见到王小明了。小明, 王 soittaa. 王子来了。',
    });
    const erasure = await rooms.erase(id);
    expect(erasure.status).toBe('complete');
    const { body } = await rooms.seller.get(`/interactions/${note}`).expect(200);
    expect(`${body.subject} ${body.body}`).not.toMatch(/小明/);
    expect(body.body).toContain('王子来了');
  });

  it('is read again when somebody changed the text since', async () => {
    const id = await rooms.person(matti);
    const other = await rooms.person({ firstName: 'Åke', lastName: 'Ek' });
    const note = await rooms.note(other, { subject: 'Huomio', body: 'Matti soittaa.' });
    const { id: erasureId } = await rooms.erase(id);
    const { officer, seller } = rooms;
    const [item] = (await officer.get(`/erasures/${erasureId}/mentions`).expect(200)).body.items;
    const { body: read } = await seller.get(`/interactions/${note}`).expect(200);
    const edited = { body: 'Eilen Matti soitti.' };
    await seller.patch(`/interactions/${note}`, edited).set('If-Match', `"${read.version}"`).expect(200);
    expect(
      (await officer.get(`/erasures/${erasureId}/mentions`).expect(200)).body.items[0].context,
    ).toBeNull();
    const decisions = [{ id: item.id, decision: 'replace' }];
    const { body } = await officer
      .post(`/erasures/${erasureId}/mention-decisions`, { decisions })
      .expect(200);
    expect(body).toEqual({ decided: 0, changed: [item.id], undecided: 1, status: 'waiting_for_decisions' });
    expect(await rooms.said('interactions', 'body', note)).toBe('Eilen Matti soitti.');
    const again = (await officer.get(`/erasures/${erasureId}/mentions`).expect(200)).body.items;
    expect(again).toMatchObject([{ context: { before: 'Eilen ', mention: 'Matti', after: ' soitti.' } }]);
  });

  it('is replaced in what is on record of restricted people, whose words are shown only to who says why', async () => {
    const id = await rooms.person(matti);
    const other = await rooms.person({ firstName: 'Åke', lastName: 'Ek' });
    const sure = await rooms.note(other, { subject: 'Matti Virtanen kävi', body: '–' });
    await rooms.note(other, { subject: 'Huomio', body: 'Matti soittaa.' });
    await rooms.officer.put(`/contacts/${other}/restriction`, { reason: 'Kiista' }).set(acting).expect(200);
    const plan = `/contacts/${id}/erasure-plans`;
    expect((await rooms.officer.post(plan).expect(201)).body.mentions).toMatchObject({
      sure: 1,
      sureOnes: [{ context: null }],
      doubtful: [{ context: null }],
    });
    expect((await rooms.officer.post(plan).set(acting).expect(201)).body.mentions).toMatchObject({
      sureOnes: [{ context: { mention: 'Matti Virtanen' } }],
      doubtful: [{ context: { mention: 'Matti' } }],
    });
    const erasure = await rooms.erase(id);
    const path = `/erasures/${erasure.id}/mentions`;
    expect((await rooms.officer.get(path).expect(200)).body.items).toMatchObject([{ context: null }]);
    const { body } = await rooms.officer.get(path).set(acting).expect(200);
    expect(body.items).toMatchObject([{ context: { mention: 'Matti' } }]);
    expect(await rooms.said('interactions', 'subject', sure)).not.toMatch(/Virta/);
  });

  it('leaves what is sealed as well: messages to others that wait or lie in the mailbox', async () => {
    const id = await rooms.person(matti);
    const work = await rooms.company();
    const reader = { firstName: 'Åke', lastName: 'Ek', emails: ['ake@ek.example'], companyId: work };
    const other = await rooms.person({ ...reader, title: 'Ostopäällikkö' });
    const message = {
      purpose: 'service',
      subject: 'Matti Virtasen loma',
      body: 'Hei! Matti Virtanen palaa maanantaina.',
    };
    await rooms.seller.post(`/contacts/${other}/messages`, message).expect(201);
    const words = async (): Promise<string | null> => {
      const [row] = await app.rows<{ id: string; sealed: string }>(
        'SELECT id, sealed_content AS sealed FROM messages',
      );
      return row ? app.app.get(Sealer).open(row.sealed, messageContentUse, row.id) : null;
    };
    expect(await words()).toContain('Matti Virtanen palaa');
    expect(await rooms.erase(id)).toMatchObject({ status: 'complete', counts: { messages: { replace: 1 } } });
    expect(await words()).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4} palaa maanantaina/);
    expect(await words()).not.toMatch(/Virta/);
  });

  const changedEvidence = async () =>
    (
      await app.rows<{ fields: string[] }>(
        `SELECT fields FROM audit_events WHERE action = 'erasure.replace_evidence' ORDER BY id`,
      )
    ).map(({ fields }) => fields);

  it('in the words by which somebody consented leaves the consents of others to stand', async () => {
    const id = await rooms.person(matti);
    const other = await rooms.person({ firstName: 'Åke', lastName: 'Ek' });
    const consent = { channel: 'email', purpose: 'direct_marketing', language: 'fi', obtainedVia: 'form' };
    const wording = 'Minä, Matti Virtanen, suostun uutiskirjeeseen.';
    for (const contactId of [id, other])
      await rooms.seller.post(`/contacts/${contactId}/consents`, { ...consent, wording }).expect(201);
    expect(await rooms.erase(id)).toMatchObject({
      status: 'complete',
      leftovers: [],
      counts: { consent_wordings: { replace: 1 } },
    });
    const [said] = await app.rows<{ text: string }>(
      'SELECT w.text FROM consents c JOIN consent_wordings w ON w.id = c.wording_id',
    );
    expect(said?.text).toMatch(/^Minä, [0-9A-Z]{4}-[0-9A-Z]{4}, suostun uutiskirjeeseen\.$/);
    expect(await changedEvidence()).toEqual([
      expect.arrayContaining([
        'consent_wordings.text',
        expect.stringMatching(/^was=[0-9a-f]{64}$/),
        expect.stringMatching(/^is=[0-9a-f]{64}$/),
      ]),
    ]);
  });

  it('in the undertaking of the staff leaves who accepted it, and what it said otherwise', async () => {
    const [{ id: undertaking } = { id: '' }] = await app.rows<{ id: string }>(
      `UPDATE undertakings SET fi = fi || ' Matti Virtanen neuvoo.' RETURNING id`,
    );
    const id = await rooms.person(matti);
    expect(await rooms.erase(id)).toMatchObject({ status: 'complete', leftovers: [] });
    expect(await rooms.said('undertakings', 'fi', undertaking)).toMatch(/ [0-9A-Z]{4}-[0-9A-Z]{4} neuvoo\.$/);
    expect(await changedEvidence()).toContainEqual(
      expect.arrayContaining(['undertakings.fi', `row=${undertaking}`]),
    );
  });

  it('in the history of a rule keeps its versions apart', async () => {
    const id = await rooms.person(matti);
    const [rule] = (await rooms.officer.get('/retention/rules').expect(200)).body.items;
    for (const note of ['Matti Virtanen ehdotti.', 'Matti Virtasen kanssa sovittu.']) {
      const { period, reviewMonths, basis } = rule;
      const decided = { period, reviewMonths: reviewMonths ?? undefined, basis, note };
      await rooms.officer.put(`/retention/rules/${rule.id}`, decided).expect(200);
    }
    expect(await rooms.erase(id)).toMatchObject({ status: 'complete', leftovers: [] });
    const versions = (await rooms.officer.get(`/retention/rules/${rule.id}`).expect(200)).body.versions;
    const said = versions.map(({ note }: { note: string }) => note.replace(/[0-9A-Z]{4}-[0-9A-Z]{4}/, 'X'));
    expect(said).toEqual(expect.arrayContaining(['X kanssa sovittu.', 'X ehdotti.', rule.note]));
  });

  it('is nobody’s to decide but a privacy officer’s, and of nothing but what is asked', async () => {
    const id = await rooms.person(matti);
    const other = await rooms.person({ firstName: 'Åke', lastName: 'Ek' });
    await rooms.note(other, { subject: 'Huomio', body: 'Matti soittaa.' });
    const erasure = await rooms.erase(id);
    const path = `/erasures/${erasure.id}/mention-decisions`;
    const mention = (await app.rows<{ id: string }>('SELECT id FROM erasure_mentions'))[0]?.id;
    const decisions = [{ id: mention, decision: 'replace' }];
    await app.stranger.post(path, { decisions }).expect(401);
    await rooms.seller.post(path, { decisions }).expect(403);
    await rooms.seller.get(`/erasures/${erasure.id}/mentions`).expect(403);
    await rooms.officer.post(path, { decisions: [{ id: mention, decision: 'perhaps' }] }).expect(400);
    await rooms.officer.post(path, { decisions: [] }).expect(400);
    await rooms.officer.post(path, { decisions: [{ id, decision: 'keep' }] }).expect(404);
    await rooms.officer.post(`/erasures/${id}/mention-decisions`, { decisions }).expect(404);
    await rooms.officer.get(`/erasures/${id}/mentions`).expect(404);
    expect(await app.rows('SELECT decision FROM erasure_mentions')).toEqual([{ decision: null }]);
  });
});
