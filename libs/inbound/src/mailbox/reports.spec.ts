import { exchangeBounce, gmailBounce, postfixBounce } from '../../../testing/src/bounce-samples.js';
import { complaint, reply, type SampleOf } from '../../../testing/src/mail-samples.js';
import { readLetter } from './letter.js';
import { isReport, readReport } from './reports.js';

const of: SampleOf = {
  messageId: '<01a207bb-e5b0-704d-8b14-00000000000a@havukka.example>',
  recipient: 'matti@asiakas.example',
};
const ids = ['01a207bb-e5b0-704d-8b14-00000000000a@havukka.example'];
const read = async (source: string) => readReport(await readLetter(Buffer.from(source)));

describe('a report about a message', () => {
  it.each([
    ['Postfix', postfixBounce, '5.1.1'],
    ['Exchange', exchangeBounce, '5.1.10'],
    ['Gmail', gmailBounce, '5.7.1'],
  ])('by %s says which message it is about, and that the address is no good', async (_, bounce, status) => {
    expect(isReport(await readLetter(Buffer.from(bounce(of))))).toBe(true);
    expect(await read(bounce(of))).toEqual({ messageIds: ids, outcome: 'hard', status });
  });

  it.each([
    ['4.4.1', 'failed', 'soft'],
    ['5.2.2', 'failed', 'soft'],
    ['5.7.26', 'failed', 'hard'],
    ['4.4.1', 'delayed', 'delayed'],
    ['2.1.5', 'delivered', 'delivered'],
    ['2.0.0', 'relayed', 'delivered'],
  ])('of status %s and action %s is %s', async (status, action, outcome) => {
    for (const bounce of [postfixBounce, exchangeBounce, gmailBounce])
      expect(await read(bounce({ ...of, status, action }))).toMatchObject({ outcome, status });
  });

  it('of junk is a complaint, whoever is blackened out in it, and however the message is enclosed', async () => {
    expect(await read(complaint(of))).toEqual({ messageIds: ids, outcome: 'complaint', status: null });
    const mistaken = complaint(of).replace('Feedback-Type: abuse', 'Feedback-Type: not-spam');
    expect(await read(mistaken)).toBeNull();
  });

  it('that is cut short, empty or about nothing says nothing', async () => {
    const source = postfixBounce(of);
    for (let end = 0; end < source.length; end += 97)
      expect([null, 'hard']).toContain((await read(source.slice(0, end)))?.outcome ?? null);
    expect(await read(postfixBounce({ ...of, messageId: 'none' }))).toBeNull();
    expect(isReport(await readLetter(Buffer.from('')))).toBe(false);
  });

  it('is not what a person writes', async () => {
    expect(isReport(await readLetter(Buffer.from(reply(of, 'Status: 5.1.1'))))).toBe(false);
  });
});
