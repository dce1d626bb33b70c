import { channelsAsked, refusalOf } from './log-permission.js';
import type { Decision } from '../../api/model.js';

const person = { id: 'a', name: 'Åsa' };
const decision = (code: Decision['code'], allowed = false) => ({ code, allowed }) as Decision;

describe('logging a contact', () => {
  it('asks about calls, e-mails, chats and visits of ours', () => {
    const asked = (type: 'call' | 'email' | 'chat' | 'visit' | 'note') =>
      channelsAsked({ type, direction: 'out', contacts: [person] });
    expect(asked('call')).toEqual(['phone']);
    expect(asked('email')).toEqual(['email']);
    expect(asked('chat')).toEqual(['chat']);
    expect(asked('visit')).toEqual(['phone', 'post']);
    expect(asked('note')).toEqual([]);
  });

  it('asks nothing where they turned to us, or nobody was contacted', () => {
    expect(channelsAsked({ type: 'call', direction: 'in', contacts: [person] })).toEqual([]);
    expect(channelsAsked({ type: 'call', direction: 'out', contacts: [] })).toEqual([]);
  });

  it('is refused only where every channel refuses', () => {
    expect(refusalOf([decision('objected'), decision('legitimate_interest', true)])).toBeNull();
    expect(refusalOf([decision('objected'), decision('objected')])?.code).toBe('objected');
    expect(refusalOf([])).toBeNull();
  });

  it('is not refused for want of an address: they were reached', () => {
    expect(refusalOf([decision('no_address')])).toBeNull();
    expect(refusalOf([decision('undeliverable')])).toBeNull();
  });
});
