import { randomBytes } from 'node:crypto';
import { aCompany, aContact, anInteraction, type Caller, type TestApp } from '@seloste/testing';
import { ImportSteps } from '../import-steps.js';
import { aMailing, aSegment, aTemplate } from '../mailings.js';
import { make } from '../two-teams.js';
import { fillEverywhere } from './fill-everywhere.js';

/** In every value that tells of the person, and in nothing else. */
export const theirs = /valpuri|qvarnstr|4012312[37]|40 123 12 ?37/i;

const person = {
  firstName: 'Valpuri',
  lastName: 'Qvarnström',
  emails: ['valpuri.qvarnstrom@kvarn.example', 'valpuri@koti.example'],
  phones: ['+358401231237'],
  title: 'Qvarnströmin asiantuntija',
  areaOfResponsibility: 'Qvarnströmin alue',
  department: 'Qvarnströmin osasto',
  authorisations: ['Qvarnströmin valtuus'],
  interests: ['Qvarnströmin kivet'],
  language: 'fi',
  sources: [{ kind: 'other', what: 'Valpurin messut' }],
  bases: [{ purpose: 'direct_marketing', basis: 'legitimate_interest' }],
};

const list = [
  'Etunimi;Sukunimi;Sähköposti;Puhelin;Muistiinpano',
  'Valpuri;Qvarnström;valpuri.qvarnstrom@kvarn.example;040 123 1237;Valpurin muistio',
  'Valpuri;Qvarnström;valpuri@koti.example;;',
  'Onni;Muu;onni@muu.example;;',
].join('\n');

/** A person of whom something is in every table that can hold anything of people, colleagues, and who looks after them. */
export interface PersonEverywhere {
  personId: string;
  /** With the same kind of title at the same company, and at a meeting with them. */
  colleagueId: string;
  companyId: string;
  /** With both; with the person alone. */
  meetingId: string;
  callId: string;
  officer: Caller;
  staff: Caller;
}

/** @param admin who set the company up */
export async function aPersonEverywhere(app: TestApp, admin: Caller): Promise<PersonEverywhere> {
  const staff = await app.signIn(admin, { roles: ['sales_manager'] });
  const officer = await app.signIn(admin, { roles: ['privacy_officer'] });
  const companyId = await make(staff, '/companies', aCompany({ relationship: { status: 'customer' } }));
  const personId = await make(staff, '/contacts', aContact({ ...person, companyId }));
  const colleagueId = await make(staff, '/contacts', aContact({ companyId, title: 'Asiantuntija' }));
  const meetingId = await make(staff, '/interactions', {
    ...anInteraction({ type: 'meeting', contactIds: [personId, colleagueId], companyId }),
    subject: 'Valpuri Qvarnströmin tapaaminen',
    body: 'Sovittiin Valpuri Qvarnströmin kanssa, puh. 040 123 1237.',
  });
  await staff.patch(`/interactions/${meetingId}`, { body: 'Qvarnströmin Valpuri soittaa.' }).expect(200);
  const callId = await make(
    staff,
    '/interactions',
    anInteraction({ contactIds: [personId], companyId, subject: 'Valpurin puhelu', body: 'Kivistä' }),
  );
  await staff.patch(`/interactions/${callId}`, { body: 'Qvarnströmin kivistä' }).expect(200);
  const given: PersonEverywhere = { personId, colleagueId, companyId, meetingId, callId, officer, staff };
  await letThemSpeak(staff, personId);
  await mentionThem(staff, given);
  await importThem(staff);
  const mailingId = await aMailing(staff, {
    templateId: await aTemplate(staff),
    segmentId: await aSegment(staff, { companyIds: [companyId] }),
  });
  await fillEverywhere(app, { personId, companyId, mailingId: mailingId.id, token: () => randomBytes(32) });
  return given;
}

async function letThemSpeak(staff: Caller, id: string): Promise<void> {
  const said = { channel: 'phone', purpose: 'survey', note: 'Valpurin kielto' };
  await make(staff, `/contacts/${id}/objections`, said);
  const consent = { channel: 'email', purpose: 'newsletter', wording: 'Kyllä kiitos.', language: 'fi' };
  await make(staff, `/contacts/${id}/consents`, {
    ...consent,
    obtainedVia: 'event',
    note: 'Valpurin messut',
  });
  await make(staff, `/contacts/${id}/sale-references`, {
    ...{ reference: 'Qvarnström-1', product: 'Kivi', soldOn: '2026-01-15', optOutOfferedOn: '2026-01-15' },
  });
  const letter = { purpose: 'service', subject: 'Kirje Valpurille', body: 'Hei Valpuri', language: 'fi' };
  await make(staff, `/contacts/${id}/messages`, letter);
}

/** In what was written of somebody else, somewhere else. */
async function mentionThem(staff: Caller, { colleagueId }: PersonEverywhere): Promise<void> {
  const elsewhere = await make(staff, '/companies', aCompany());
  await make(staff, '/interactions', {
    ...anInteraction({ companyId: elsewhere, subject: 'Suosittelija' }),
    body: 'Meitä suositteli Valpuri Qvarnström (valpuri.qvarnstrom@kvarn.example).',
  });
  await make(staff, `/contacts/${colleagueId}/objections`, {
    ...{ channel: 'phone', purpose: 'survey', note: 'Valpuri Qvarnström kertoi' },
  });
}

/** One file whose rows were told apart, and one that nobody has read. */
async function importThem(staff: Caller): Promise<void> {
  const steps = new ImportSteps(staff);
  await steps.check(await steps.upload(list));
  await steps.upload(list);
}
