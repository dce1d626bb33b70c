import { aCompany, createTestApp, type TestApp } from '@seloste/testing';
import { HandOvers } from '../libs/messages/src/hand-over/hand-overs.js';
import { aMailing, aSegment, MailingHouse, resultsOf } from './support/mailings.js';

/** Kinds of profiling by the basis that each rests on here. */
const [onInterest, onConsent] = ['profiling_marketing', 'profiling_sales'];

/** What the outbox says of a message, as far as the tests look. */
interface Fate {
  contact_id: string;
  status: string;
  code: string;
  law: string;
  evidence: string | null;
}

describe('a mailing to people whom profiling found', () => {
  let app: TestApp;
  let house: MailingHouse;

  beforeAll(async () => {
    app = await createTestApp({ process: 'api' });
    house = await MailingHouse.open(app);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    for (const [key, basis] of [
      [onInterest, 'legitimate_interest'],
      [onConsent, 'consent'],
    ])
      await app.rows(
        `UPDATE purposes SET basis = $2, review_on = current_date + 90, switched_on = true WHERE key = $1`,
        [key, basis],
      );
  });

  /** Its messages wait. @returns its id */
  async function queued(area: string, profilingPurpose: string | undefined): Promise<string> {
    const segmentId = await aSegment(house.marketer, { areasOfResponsibility: [area] }, { profilingPurpose });
    const { id } = await aMailing(house.marketer, { templateId: house.templateId, segmentId });
    await house.dispatch(id).expect(202);
    await house.prepare(id);
    return id;
  }

  /** What becomes of the messages as they leave, by person. */
  async function leave(id: string): Promise<Record<string, Fate>> {
    await app.app.get(HandOvers).run();
    const fates = await app.rows<Fate>(
      `SELECT contact_id, status, decision_code AS code, decision_law AS law, decision_evidence_type AS evidence
       FROM messages WHERE origin_id = $1`,
      [id],
    );
    return Object.fromEntries(fates.map((fate) => [fate.contact_id, fate]));
  }

  const consentTo = async (contactId: string): Promise<string> =>
    (
      await house.manager
        .post(`/contacts/${contactId}/consents`, {
          ...{ channel: 'all', purpose: onConsent, language: 'fi', obtainedVia: 'phone' },
          wording: 'Minulle saa valita sopivaa.',
        })
        .expect(201)
    ).body.id as string;

  it('stops what waits for whoever objects to it, or whose company does (H12)', async () => {
    const area = house.anArea();
    const { body: company } = await house.manager.post('/companies', aCompany()).expect(201);
    const [stays, other, goes] = [
      await house.person(area),
      await house.person(area),
      await house.person(area),
    ];
    const colleague = await house.person(area, { companyId: company.id });
    const id = await queued(area, onInterest);
    await house.object(other, onConsent);
    await house.object(goes, onInterest);
    await house.manager
      .post(`/companies/${company.id}/objections`, { channel: 'all', purpose: onInterest })
      .expect(201);
    expect(await leave(id)).toMatchObject({
      [stays]: { status: 'kept', code: 'job_role' },
      [other]: { status: 'kept', code: 'job_role' },
      [goes]: { status: 'stopped', code: 'objected', law: 'GDPR Art. 21(3)', evidence: 'objection' },
      [colleague]: { status: 'stopped', code: 'company_objected', evidence: 'objection' },
    });
    expect(await resultsOf(house.marketer, id)).toMatchObject({
      stopped: 2,
      stoppedByCode: { objected: 1, company_objected: 1 },
    });
  });

  it('stops what waits for whoever takes their consent to it back (H12)', async () => {
    const area = house.anArea();
    const [stays, goes] = [await house.person(area), await house.person(area)];
    await consentTo(stays);
    const consent = await consentTo(goes);
    const id = await queued(area, onConsent);
    await house.manager
      .delete(`/contacts/${goes}/consents/${consent}`)
      .send({ receivedVia: 'phone' })
      .expect(200);
    expect(await leave(id)).toMatchObject({
      [stays]: { status: 'kept', code: 'job_role' },
      [goes]: { status: 'stopped', code: 'consent_withdrawn', evidence: 'consent_withdrawal' },
    });
  });

  it('stops as a whole when the purpose is switched off', async () => {
    const area = house.anArea();
    const person = await house.person(area);
    const id = await queued(area, onInterest);
    await house.admin.patch(`/purposes/${onInterest}`, { switchedOn: false }).expect(200);
    expect(await leave(id)).toMatchObject({ [person]: { status: 'stopped', code: 'purpose_off' } });
  });

  it('does not leave past a refusal by any other way: the database holds it (design rule 2, H12)', async () => {
    const area = house.anArea();
    const person = await house.person(area);
    const id = await queued(area, onInterest);
    await house.object(person, onInterest);
    const leaving = (more = '') =>
      app.rows(
        `UPDATE messages SET status = 'handing_over', decided_at = now(), decision_code = 'job_role', decision_law = 'x'${more} WHERE origin_id = $1`,
        [id],
      );
    const refusal = { constraint: 'messages_leave_permitted' };
    await expect(leaving()).rejects.toMatchObject(refusal);
    await expect(leaving(`, class = 'service', purpose = 'service'`)).rejects.toMatchObject(refusal);
    await leaving(', profiling_purpose = NULL');
    // Nor does it come to rest on the profiling once it is on its way.
    await expect(
      app.rows('UPDATE messages SET profiling_purpose = $2 WHERE origin_id = $1', [id, onInterest]),
    ).rejects.toMatchObject(refusal);
  });
});
