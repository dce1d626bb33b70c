import { toNewInteraction, draftOf, emptyDraft, toRequest, withType } from './draft.js';

const person = { id: 'p1', name: 'Åsa Lindqvist' };
const now = new Date('2026-03-02T10:00:00Z');

describe('an interaction that is being written', () => {
  it('is a note at the moment of saving until somebody says otherwise', () => {
    const draft = { ...emptyDraft({ contacts: [person], company: null }), body: ' ringer i maj ' };
    expect(toRequest(draft, now)).toEqual({
      type: 'note',
      direction: null,
      occurredAt: '2026-03-02T10:00:00.000Z',
      durationMinutes: null,
      subject: null,
      body: 'ringer i maj',
      contactIds: ['p1'],
    });
  });

  it('keeps the text when the type changes, and assumes that we called', () => {
    const note = { ...emptyDraft({ contacts: [person], company: null }), body: 'hej' };
    const call = withType(note, 'call');
    expect([call.body, call.direction]).toEqual(['hej', 'out']);
    expect(withType(call, 'meeting').direction).toBeNull();
  });

  it('does not send minutes for a type that has none', () => {
    const call = {
      ...withType(emptyDraft({ contacts: [person], company: null }), 'call'),
      durationMinutes: 12,
    };
    expect(toRequest(call, now).durationMinutes).toBe(12);
    expect(toRequest(withType(call, 'note'), now).durationMinutes).toBeNull();
  });

  it('says what a contact of ours was for, and why it happened all the same', () => {
    const who = { contacts: [person], company: null };
    const call = { ...withType(emptyDraft(who), 'call'), purpose: 'direct_marketing' };
    expect(toNewInteraction(call, now)).toMatchObject({ purpose: 'direct_marketing' });
    expect(toNewInteraction({ ...call, unpermittedReason: ' hon ringde ' }, now)).toMatchObject({
      unpermittedReason: 'hon ringde',
    });
    expect(toNewInteraction({ ...call, direction: 'in' }, now)).not.toHaveProperty('purpose');
    expect(toNewInteraction(withType(call, 'note'), now)).not.toHaveProperty('purpose');
    expect(toRequest(call, now)).not.toHaveProperty('purpose');
  });

  it('comes back whole from a saved interaction', () => {
    const saved = {
      id: 'i1',
      type: 'meeting' as const,
      direction: null,
      occurredAt: '2026-01-01T08:00:00Z',
      durationMinutes: 45,
      subject: 'Anbud',
      body: null,
      contactIds: ['p1'],
      contacts: [person],
      companyId: 'c1',
      company: { id: 'c1', name: 'Kvarnen Ab' },
      authorId: null,
      author: null,
      editedAt: null,
      createdAt: '2026-01-01T08:00:00Z',
      withheld: [],
      purpose: null,
      unpermitted: null,
      retention: null,
      redactedAt: null,
      version: 1,
    };
    expect(toRequest(draftOf(saved), now)).toMatchObject({
      subject: 'Anbud',
      body: null,
      companyId: 'c1',
      durationMinutes: 45,
    });
  });
});
