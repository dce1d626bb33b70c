import { exchangeBounce, gmailBounce, postfixBounce } from '../../../testing/src/bounce-samples.js';
import { complaint, reply, type SampleOf } from '../../../testing/src/mail-samples.js';
import { readLetter } from './letter.js';
import { isReport, readReport, reportOf } from './reports.js';

const of: SampleOf = {
  messageId: '<01a207bb-e5b0-704d-8b14-00000000000a@havukka.example>',
  recipient: 'matti@asiakas.example',
};
const ids = ['01a207bb-e5b0-704d-8b14-00000000000a@havukka.example'];
const read = async (source: string) => readReport(await readLetter(Buffer.from(source)));
const readFor = async (source: string, address = of.recipient) => {
  const report = await read(source);
  return report && reportOf(report, address);
};

describe('a report about a message', () => {
  it.each([
    ['Postfix', postfixBounce, '5.1.1'],
    ['Exchange', exchangeBounce, '5.1.10'],
    ['Gmail', gmailBounce, '5.1.1'],
  ])('by %s says which message it is about, and that the address is no good', async (_, bounce, status) => {
    const source = bounce({ ...of, status });
    expect(isReport(await readLetter(Buffer.from(source)))).toBe(true);
    expect(await read(source)).toEqual({
      messageIds: ids,
      isComplaint: false,
      recipients: [{ addresses: expect.arrayContaining([of.recipient]), outcome: 'hard', status }],
    });
  });

  it.each([
    ['4.4.1', 'failed', 'soft'],
    ['5.2.2', 'failed', 'soft'],
    ['5.7.1', 'failed', 'soft'],
    ['5.7.26', 'failed', 'soft'],
    ['5.4.1', 'failed', 'soft'],
    ['5.2.1', 'failed', 'hard'],
    ['4.4.1', 'delayed', 'delayed'],
    ['2.1.5', 'delivered', 'delivered'],
    ['2.0.0', 'relayed', 'delivered'],
  ])('of status %s and action %s is %s', async (status, action, outcome) => {
    for (const bounce of [postfixBounce, exchangeBounce, gmailBounce])
      expect(await readFor(bounce({ ...of, status, action }))).toMatchObject({ outcome, status });
  });

  it('with a bare code is read by the words that come with it', async () => {
    const bare = (words: string) =>
      postfixBounce({ ...of, status: '5.0.0' }).replace(
        /Diagnostic-Code: [^\r\n]*\r?\n[^\r\n]*/,
        `Diagnostic-Code: smtp; ${words}`,
      );
    expect(await readFor(bare('550 User unknown'))).toMatchObject({ outcome: 'hard', status: '5.0.0' });
    expect(await readFor(bare('550 5.1.1 Nobody'))).toMatchObject({ outcome: 'hard', status: '5.1.1' });
    expect(await readFor(bare('550 5.7.1 User unknown'))).toMatchObject({ outcome: 'soft', status: '5.7.1' });
    expect(await readFor(bare('554 Message refused'))).toMatchObject({ outcome: 'soft', status: '5.0.0' });
  });

  it('about several recipients says of ours what became of it, not the worst', async () => {
    const other = [
      'Final-Recipient: rfc822; toinen@asiakas.example',
      'Action: failed',
      'Status: 5.1.1',
      '',
      'Final-Recipient: rfc822; ',
    ].join('\r\n');
    const source = postfixBounce({ ...of, status: '5.2.2' }).replace('Final-Recipient: rfc822; ', other);
    expect(await readFor(source)).toMatchObject({ outcome: 'soft', status: '5.2.2' });
    expect(await readFor(source, 'MATTI@Asiakas.example')).toMatchObject({ status: '5.2.2' });
    expect(await readFor(source, 'toinen@asiakas.example')).toMatchObject({ outcome: 'hard' });
    expect(await readFor(source, 'kolmas@asiakas.example')).toBeNull();
    expect(await readFor(postfixBounce(of), 'kolmas@asiakas.example')).toMatchObject({ outcome: 'hard' });
  });

  it('of junk is a complaint, whoever is blackened out in it, and however the message is enclosed', async () => {
    expect(await read(complaint(of))).toEqual({ messageIds: ids, isComplaint: true, recipients: [] });
    const mistaken = complaint(of).replace('Feedback-Type: abuse', 'Feedback-Type: not-spam');
    expect(await read(mistaken)).toBeNull();
  });

  it('that is cut short, empty or about nothing says nothing', async () => {
    const source = postfixBounce(of);
    for (let end = 0; end < source.length; end += 97)
      expect([null, 'hard', 'soft']).toContain((await readFor(source.slice(0, end)))?.outcome ?? null);
    expect(await read(postfixBounce({ ...of, messageId: 'none' }))).toBeNull();
    expect(isReport(await readLetter(Buffer.from('')))).toBe(false);
  });

  it('is not what a person writes', async () => {
    expect(isReport(await readLetter(Buffer.from(reply(of, 'Status: 5.1.1'))))).toBe(false);
  });
});
