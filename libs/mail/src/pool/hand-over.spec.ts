import { handOverAfter } from './hand-over.js';

describe('what became of a message after a failure', () => {
  it.each([
    ['the server refuses the recipient', { code: 'EENVELOPE', responseCode: 550 }, false, 'refused'],
    ['the server puts the recipient off', { code: 'EENVELOPE', responseCode: 450 }, false, 'not_taken'],
    ['the server refuses the content', { code: 'EMESSAGE', responseCode: 554 }, true, 'refused'],
    ['the server puts the content off', { code: 'EMESSAGE', responseCode: 421 }, true, 'not_taken'],
    ['its address can never be sent to', { code: 'EENVELOPE' }, false, 'refused'],
    ['it is larger than the server ever takes', { code: 'EMESSAGE' }, false, 'refused'],
    ['it failed while the content flowed', { code: 'EMESSAGE' }, true, 'in_doubt'],
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

  const answer = (response: string, command = 'RCPT TO') =>
    handOverAfter(
      { code: 'EENVELOPE', responseCode: Number(response.slice(0, 3)), response, command },
      false,
    );

  it.each([
    ['550 5.1.1 <aino@example.fi>: User unknown', '5.1.1'],
    ['553 5.1.3 Bad syntax', '5.1.3'],
    ['551 5.1.6 User has moved', '5.1.6'],
    ['550 No such user here', '5.0.0'],
    ['550 5.7.1 User unknown', null],
    ['553 Relaying denied', null],
    ['550 no', null],
  ])(
    'is that the address is no good when the server says so of the recipient: %s',
    (response, deadAddress) => {
      expect(answer(response)).toMatchObject({ result: 'refused', deadAddress });
      expect(answer(response, 'MAIL FROM')).toMatchObject({ result: 'refused', deadAddress: null });
      expect(answer(response.replace(/^5/, '4'))).not.toHaveProperty('deadAddress');
    },
  );

  it('is told in codes, never in the words of the server, which may name somebody', () => {
    const error = Object.assign(new Error('550 no such user aino@example.fi'), {
      code: 'EENVELOPE',
      responseCode: 550,
    });
    expect(handOverAfter(error, false)).toEqual({
      result: 'refused',
      code: 'EENVELOPE 550',
      deadAddress: null,
    });
  });
});
