import { handOverAfter } from './hand-over.js';

describe('what became of a message after a failure', () => {
  it.each([
    ['the server refuses the recipient', { code: 'EENVELOPE', responseCode: 550 }, false, 'refused'],
    ['the server puts the recipient off', { code: 'EENVELOPE', responseCode: 450 }, false, 'not_taken'],
    ['the server refuses the content', { code: 'EMESSAGE', responseCode: 554 }, true, 'refused'],
    ['the server puts the content off', { code: 'EMESSAGE', responseCode: 421 }, true, 'not_taken'],
    ['the message can never be sent so', { code: 'EENVELOPE' }, false, 'not_taken'],
    ['our password is wrong', { code: 'EAUTH', responseCode: 535 }, false, 'not_taken'],
    ['nobody answers the call', { code: 'ESOCKET' }, false, 'not_taken'],
    ['the connection is lost before the content', { code: 'ECONNECTION' }, false, 'not_taken'],
    ['the connection is lost after it', { code: 'ECONNECTION' }, true, 'in_doubt'],
    ['nobody answers within the time', { code: 'ETIMEDOUT' }, true, 'in_doubt'],
    ['we gave up waiting for the answer', { code: 'EABORT' }, true, 'in_doubt'],
    ['the answer makes no sense', { code: 'EPROTOCOL', responseCode: 500 }, true, 'in_doubt'],
    ['something unheard of happens', new Error('?'), true, 'in_doubt'],
  ])('when %s', (_, error, contentFlowed, result) => {
    expect(handOverAfter(error, contentFlowed).result).toBe(result);
  });

  it('is told in codes, never in the words of the server, which may name somebody', () => {
    const error = Object.assign(new Error('550 no such user aino@example.fi'), {
      code: 'EENVELOPE',
      responseCode: 550,
    });
    expect(handOverAfter(error, false)).toEqual({ result: 'refused', code: 'EENVELOPE 550' });
  });
});
