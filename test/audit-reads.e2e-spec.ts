import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { RequestMethod } from '@nestjs/common';
import { isAboutPeople, newId, type Permission } from '@seloste/kernel';
import { permissionKey } from '@seloste/platform';
import {
  aCompany,
  aContact,
  anInteraction,
  createTestApp,
  type Caller,
  type TestApp,
} from '@seloste/testing';
import type { Test } from 'supertest';
import { erase } from './support/erasure/erase.js';
import { aMailing, aSegment, aTemplate } from './support/mailings.js';

/** Routes under a permission on people that show nobody of the register. */
const showNobody = [
  '/industries', // words
  '/imports', // what its requester uploaded, by file name
  '/imports/:id', // how far it is; its rows are another route
  '/exports', // what files are for, not whom they hold
  '/exports/:id',
  '/templates', // texts for whoever gets them
  '/templates/:id',
  '/segments', // what people have in common
  '/segments/:id',
  '/mailings', // what goes to which segment
  '/mailings/:id',
  '/mailings/:id/results', // how many, not who
  '/sequences', // what follows what
  '/sequences/:id',
  '/retention/rules', // words and counts
  '/retention/rules/:id',
  '/retention/status', // whether the purge works
  '/retention/runs', // counts
  '/retention/runs/:id',
  '/erasures', // of whom, by an id that leads to nobody any more
  '/erasures/:id',
  '/erasure-settings',
];

/** What a route needs besides its path. */
const queries: Record<string, string> = {
  '/search': '?q=Lindqvist',
  '/subject-requests/:id/letter-drafts': '?kind=receipt',
};

const asOfficer = { 'X-Privacy-Reason': 'a%20request' };

describe('whoever looks at people', () => {
  let app: TestApp;
  let admin: Caller;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    app = await createTestApp();
    admin = await app.setUp();
    const make = async (path: string, body: object): Promise<string> =>
      (await admin.post(path, body).expect(201)).body.id;
    ids['companies'] = await make('/companies', aCompany());
    ids['contacts'] = await make('/contacts', aContact({ companyId: ids['companies'] }));
    ids['restricted'] = await make('/contacts', aContact());
    await admin
      .put(`/contacts/${ids['restricted']}/restriction`, { reason: 'They contest their data' })
      .set(asOfficer)
      .expect(200);
    ids['interactions'] = await make('/interactions', anInteraction({ contactIds: [ids['contacts']] }));
    const upload = await admin.agent
      .post('/api/v1/imports')
      .attach('file', Buffer.from('Nimi\nAino'), { filename: 'lista.csv', contentType: 'text/csv' })
      .expect(201);
    ids['imports'] = upload.body.id;
    ids['segments'] = await aSegment(admin, {});
    const written = { templateId: await aTemplate(admin), segmentId: ids['segments'] };
    ids['mailings'] = (await aMailing(admin, written)).id;
    ids['erasures'] = (await erase(admin, await make('/contacts', aContact()))).id;
    ids['subject-requests'] = await make('/subject-requests', {
      ...{ kind: 'access', identifier: 'joku@asiakas.example', receivedVia: 'phone' },
    });
    ids['packages'] = await aPackage(app, ids['subject-requests'], ids['contacts']);
    ids['breaches'] = await make('/breaches', { facts: 'Sähköposti väärälle vastaanottajalle' });
    ids['retention'] = (await admin.post('/retention/runs', { dryRun: true }).expect(202)).body.id;
  });
  afterAll(() => app.close());

  /** GET routes under a permission on people, as they are declared. */
  function routes(): string[] {
    const reflector = app.app.get(Reflector);
    const scanner = new MetadataScanner();
    return app.app
      .get(DiscoveryService, { strict: false })
      .getControllers()
      .flatMap(({ instance, metatype }) =>
        scanner.getAllMethodNames(Object.getPrototypeOf(instance)).flatMap((method) => {
          const handler = instance[method];
          if (Reflect.getMetadata(METHOD_METADATA, handler) !== RequestMethod.GET || !metatype) return [];
          const permission = reflector.getAllAndOverride<Permission>(permissionKey, [handler, metatype]);
          if (!permission || !isAboutPeople(permission)) return [];
          const parts = [
            Reflect.getMetadata(PATH_METADATA, metatype),
            Reflect.getMetadata(PATH_METADATA, handler),
          ];
          const route = `/${parts.filter((part) => part && part !== '/').join('/')}`;
          return showNobody.includes(route) ? [] : [route];
        }),
      );
  }

  it('is on record before they see them, on every route that shows people (design rule 8)', async () => {
    const unrecorded: string[] = [];
    for (const route of routes()) {
      const isRestriction = route.includes('restriction');
      const noun = isRestriction ? 'restricted' : (route.split('/')[1] ?? '');
      const path = route
        .replace(':channel/:purpose', 'email/direct_marketing')
        .replace(/:\w+/, ids[noun] ?? '01a207bb-e5b0-704d-8b14-5b9a3e99f598');
      const since = new Date();
      const { status } = await admin
        .get(`${path}${queries[route] ?? ''}`)
        .set(isRestriction ? asOfficer : {});
      const events = await app.rows('SELECT 1 FROM audit_events WHERE occurred_at >= $1', [since]);
      if (status !== 200 || events.length === 0) unrecorded.push(`${route} ${status}`);
    }
    expect(routes().length).toBeGreaterThan(8);
    expect(unrecorded).toEqual([]);
  });

  it('is on record too when they ask for a change that changes nothing', async () => {
    const trader = aCompany({ name: 'Tmi Lindqvist', legalForm: 'sole_trader' });
    const traderId = (await admin.post('/companies', trader).expect(201)).body.id;
    const { contacts: contactId = '', interactions: interactionId = '' } = ids;
    const { lastName } = (await admin.get(`/contacts/${contactId}`).expect(200)).body;
    const asks: [string, () => Test, string][] = [
      ['contact.read', () => admin.patch(`/contacts/${contactId}`, {}), contactId],
      ['contact.read', () => admin.patch(`/contacts/${contactId}`, { lastName }), contactId],
      ['contact.read', () => admin.delete(`/contacts/${contactId}/archival`), contactId],
      ['company.read', () => admin.patch(`/companies/${traderId}`, {}), traderId],
      ['company.read', () => admin.delete(`/companies/${traderId}/archival`), traderId],
      ['interaction.read', () => admin.patch(`/interactions/${interactionId}`, {}), interactionId],
    ];
    for (const [action, ask, subject] of asks) {
      const since = new Date();
      await ask().expect(200);
      const events = await app.rows(
        'SELECT action, subject_id AS subject, shown_ids AS shown FROM audit_events WHERE occurred_at >= $1',
        [since],
      );
      const shown = action === 'interaction.read' ? [contactId] : [];
      expect(events).toEqual([{ action, subject, shown }]);
    }
  });

  it('is on record with everybody in what they wrote down or changed, whoever left it with the change', async () => {
    const { contacts: one = '' } = ids;
    const other = (await admin.post('/contacts', aContact()).expect(201)).body.id as string;
    const both = anInteraction({ contactIds: [one, other] });
    const { body } = await admin.post('/interactions', both).expect(201);
    await admin.patch(`/interactions/${body.id}`, { subject: 'uusi aihe' }).expect(200);
    await admin.patch(`/interactions/${body.id}`, { contactIds: [one] }).expect(200);
    const events = await app.rows<{ shown: string[] }>(
      'SELECT shown_ids AS shown FROM audit_events WHERE subject_id = $1 ORDER BY id',
      [body.id],
    );
    expect(events.map(({ shown }) => shown.toSorted())).toEqual(Array(3).fill([one, other].sort()));
  });

  it('sees nothing when it cannot be put on record', async () => {
    await app.rows(`ALTER TABLE audit_events ADD CONSTRAINT no_looks CHECK (class <> 'read') NOT VALID`);
    for (const path of [`/contacts/${ids['contacts']}`, '/contacts', '/search?q=Lindqvist']) {
      const { text } = await admin.get(path).expect(500);
      expect(text).not.toContain('Lindqvist');
    }
    await app.rows('ALTER TABLE audit_events DROP CONSTRAINT no_looks');
  });
});

/** A copy of the person's data that waits for its release. */
async function aPackage(app: TestApp, requestId: string, contactId: string): Promise<string> {
  const id = newId();
  await app.rows('UPDATE subject_requests SET contact_id = $2 WHERE id = $1', [requestId, contactId]);
  await app.rows(
    `INSERT INTO packages (id, request_id, kind, language, status, progressed_at, requested_at, expires_at)
     VALUES ($1, $2, 'access', 'fi', 'review', now(), now(), now() + interval '30 days')`,
    [id, requestId],
  );
  return id;
}
