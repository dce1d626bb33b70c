import type { HeldPerson, PurposeShown } from './held.js';
import { standingOf } from './standing.js';

/** A person at a company of whom we hold next to nothing. */
const aHeldPerson = (fields: Partial<HeldPerson> = {}): HeldPerson => ({
  firstName: 'Åsa',
  lastName: 'Lindqvist',
  title: null,
  area: null,
  department: null,
  language: 'sv',
  interests: [],
  authorisations: 0,
  company: 'Kvarnen Oy',
  isAtLegalPerson: true,
  hasRelationship: false,
  restricted: false,
  emails: ['asa.lindqvist@kvarnen.example'],
  phones: [],
  retention: { dueOn: null, ground: 'relationship', reviewOn: '2027-11-23' },
  interactions: 0,
  hasBought: false,
  sources: [],
  bases: {},
  objections: [],
  companyObjections: [],
  consents: [],
  ...fields,
});

const ofClass =
  (kind: PurposeShown['class']) =>
  (key: string): PurposeShown => ({
    key,
    class: kind,
    basis: 'legitimate_interest',
    switchedOn: true,
    names: null,
  });

const marketing = ofClass('marketing');
const profiling = ofClass('profiling');
const service: PurposeShown = { ...ofClass('service')('service'), basis: 'contract' };

const since = '2026-03-02T10:00:00Z';
const said = (channel: 'all' | 'email' | 'phone', purpose: string) => ({
  id: `${channel}.${purpose}`,
  channel,
  purpose,
  since,
});

describe('how a person stands to a purpose in a channel', () => {
  const atWork = aHeldPerson();
  const private_ = aHeldPerson({ isAtLegalPerson: false });

  it.each([
    ['what nobody forbade and the law leaves open', atWork, 'email', 'not_objected'],
    ['what s. 200 wants a consent for', private_, 'email', 'not_asked'],
    ['a buyer, s. 200(3)', aHeldPerson({ isAtLegalPerson: false, hasBought: true }), 'email', 'not_objected'],
    ['a call, until it is forbidden', private_, 'phone', 'not_objected'],
    ['a letter, until it is forbidden', private_, 'post', 'not_objected'],
    ['a text message', atWork, 'sms', 'not_asked'],
    ['a buyer’s text message', aHeldPerson({ hasBought: true }), 'sms', 'not_objected'],
    ['social media', aHeldPerson({ hasBought: true }), 'social', 'not_asked'],
    ['a basis of the person’s own', aHeldPerson({ bases: { newsletter: 'consent' } }), 'phone', 'not_asked'],
    ['an own no', aHeldPerson({ objections: [said('email', 'newsletter')] }), 'email', 'objected'],
    ['a no for every channel', aHeldPerson({ objections: [said('all', 'newsletter')] }), 'email', 'objected'],
    ['a no for everything', aHeldPerson({ objections: [said('all', 'all')] }), 'email', 'objected'],
    [
      'a no for another channel',
      aHeldPerson({ objections: [said('phone', 'all')] }),
      'email',
      'not_objected',
    ],
    [
      'a no for another purpose',
      aHeldPerson({ objections: [said('all', 'survey')] }),
      'email',
      'not_objected',
    ],
    ['a company’s no', aHeldPerson({ companyObjections: [said('all', 'all')] }), 'email', 'objected'],
    [
      'a yes under a no',
      aHeldPerson({
        consents: [{ ...said('email', 'newsletter'), isInForce: true }],
        objections: [said('all', 'all')],
      }),
      'email',
      'objected',
    ],
    [
      'a yes for every channel',
      aHeldPerson({ consents: [{ ...said('all', 'newsletter'), isInForce: true }] }),
      'sms',
      'consented',
    ],
    [
      'a yes that waits to be confirmed',
      aHeldPerson({ consents: [{ ...said('email', 'newsletter'), isInForce: false }] }),
      'email',
      'unconfirmed',
    ],
  ] as const)('H12: %s', (_what, person, channel, is) => {
    expect(standingOf(person, marketing('newsletter'), channel).is).toBe(is);
  });

  it('V4: everything never means what a contract needs', () => {
    const person = aHeldPerson({ objections: [said('all', 'all')], isAtLegalPerson: false });
    expect(standingOf(person, service, 'email').is).toBe('not_objected');
  });

  it('H12: profiling is forbidden by a no to it or to everything, and by none to a channel', () => {
    const sales = profiling('profiling_sales');
    expect(standingOf(aHeldPerson({ objections: [said('all', 'all')] }), sales, 'all').is).toBe('objected');
    expect(standingOf(aHeldPerson({ objections: [said('all', 'profiling_sales')] }), sales, 'all').is).toBe(
      'objected',
    );
    expect(standingOf(aHeldPerson({ objections: [said('email', 'all')] }), sales, 'all').is).toBe(
      'not_objected',
    );
  });
});
