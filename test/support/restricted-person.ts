import { addMonths, roles, type Role } from '@seloste/kernel';
import { aCompany, aContact, anInteraction, type Caller, type TestApp } from '@seloste/testing';
import { aMailing, aSegment, aTemplate } from './mailings.js';
import { ImportSteps } from './import-steps.js';

/** In every value that tells of the person, and in nothing else. */
export const telltale = /qvarn|401231231|40 123 1231/i;

/** What an officer says who acts as such. */
export const acting = { 'X-Privacy-Reason': encodeURIComponent('Kvarnens begäran') };

const person = {
  firstName: 'Qvarna',
  lastName: 'Qvarnholm',
  emails: ['qvarna@qvarnholm.example', 'second@qvarnholm.example'],
  phones: ['+358401231231'],
  title: 'Qvarnmästare',
  areaOfResponsibility: 'Qvarnar',
  department: 'Qvarnverket',
  authorisations: ['qvarnfullmakt'],
  interests: ['qvarnstenar'],
  language: 'sv',
  sources: [{ kind: 'other', what: 'Qvarnmässan' }],
  bases: [{ purpose: 'direct_marketing', basis: 'legitimate_interest' }],
};

const consent = {
  channel: 'email',
  purpose: 'newsletter',
  wording: 'Ja tack till nyhetsbrev.',
  language: 'sv',
  obtainedVia: 'event',
};
const sale = {
  reference: 'Qvarn-1',
  product: 'Qvarnsten',
  soldOn: '2026-01-15',
  optOutOfferedOn: '2026-01-15',
};

const inAWhile = { reviewOn: addMonths(new Date().toISOString().slice(0, 10), 6) };

const list = [
  'Etunimi;Sukunimi;Sähköposti;Puhelin;Muistiinpano',
  'Qvarna;Qvarnholm;qvarna@qvarnholm.example;040 123 1231;Qvarnanteckning',
  'Qvarna;Qvarnholm;second@qvarnholm.example;;',
  'Onni;Muu;onni@muu.example;;',
].join('\n');

/** A register in which everything that can be said of a person is said of one; and somebody signed in for every role. */
export interface RichRegister {
  callers: Map<Role, Caller>;
  /** The one person, and a colleague who shares a meeting with them. */
  personId: string;
  colleagueId: string;
  companyId: string;
  /** The meeting that both were at, and a call with the colleague alone. */
  meetingId: string;
  callId: string;
  importIds: string[];
  /** Both of them, and a draft to them. */
  segmentId: string;
  mailingId: string;
}

/** @param admin who set the company up */
export async function richRegister(app: TestApp, admin: Caller): Promise<RichRegister> {
  const callers = new Map<Role, Caller>();
  for (const role of roles)
    callers.set(role, await app.signIn(admin, { name: `Ada ${role}`, roles: [role] }));
  const staff = callers.get('sales_manager') as Caller; // there is one for every role
  const made = async (path: string, body: object) => (await staff.post(path, body).expect(201)).body;
  const company = await made('/companies', aCompany({ relationship: { status: 'customer' } }));
  const one = await made('/contacts', aContact({ ...person, companyId: company.id }));
  const colleague = await made('/contacts', aContact({ companyId: company.id }));
  const meeting = await made('/interactions', {
    ...anInteraction({ type: 'meeting', contactIds: [one.id, colleague.id], companyId: company.id }),
    subject: 'Qvarnmöte',
    body: 'Om qvarnen',
  });
  await staff.patch(`/interactions/${meeting.id}`, { body: 'Om qvarnen igen' }).expect(200);
  await made(`/contacts/${one.id}/objections`, { channel: 'phone', purpose: 'survey', note: 'Qvarnsamtal' });
  await made(`/contacts/${one.id}/consents`, { ...consent, note: 'Qvarnmässan' });
  await made(`/contacts/${one.id}/sale-references`, sale);
  const dispute = { ground: 'dispute', reason: 'Qvarntvist', ...inAWhile };
  await made(`/contacts/${one.id}/holds`, dispute);
  const hold = await made(`/contacts/${one.id}/holds`, dispute);
  await made(`/holds/${hold.id}/reviews`, { note: 'Qvarntvist', ...inAWhile });
  await made(`/holds/${hold.id}/release`, { reason: 'Qvarnfred' });
  const kept = { ground: 'customers', note: 'Qvarnkund' };
  await made(`/contacts/${one.id}/retention-reviews`, kept);
  await app.rows(
    `INSERT INTO retention_extensions (id, contact_id, basis, reason, was_due_on, until, recorded_on, recorded_at)
     VALUES (gen_random_uuid(), $1, 'contract', 'Qvarnavtal', current_date, current_date + 90, current_date, now())`,
    [one.id],
  );
  const letter = { purpose: 'service', subject: 'Qvarnbrev', body: 'Om qvarnen', language: 'sv' };
  await made(`/contacts/${one.id}/messages`, letter);
  const segmentId = await aSegment(staff, { companyIds: [company.id] });
  const templateId = await aTemplate(staff);
  const mailing = await aMailing(staff, { templateId, segmentId });
  const call = await made('/interactions', anInteraction({ contactIds: [colleague.id] }));
  const steps = new ImportSteps(staff);
  const [checked, mapped] = [await steps.upload(list), await steps.upload(list)];
  await steps.check(checked);
  return {
    callers,
    personId: one.id,
    colleagueId: colleague.id,
    companyId: company.id,
    meetingId: meeting.id,
    callId: call.id,
    importIds: [checked.id, mapped.id],
    segmentId,
    mailingId: mailing.id,
  };
}
