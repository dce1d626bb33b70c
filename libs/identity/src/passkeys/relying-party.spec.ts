import { relyingPartyOf } from './relying-party.js';

describe('passkeys belong', () => {
  it.each([
    ['https://crm.example.fi', { id: 'crm.example.fi', origin: 'https://crm.example.fi' }],
    ['https://crm.example.fi:8443/x', { id: 'crm.example.fi', origin: 'https://crm.example.fi:8443' }],
    ['http://127.0.0.1:3000', { id: 'localhost', origin: 'http://localhost:3000' }],
    ['http://[::1]:3000', { id: 'localhost', origin: 'http://localhost:3000' }],
    ['http://0.0.0.0:3000', { id: 'localhost', origin: 'http://localhost:3000' }],
    ['http://localhost', { id: 'localhost', origin: 'http://localhost' }],
    ['http://crm.example.fi', null],
    ['https://192.0.2.7', null],
    ['https://[2001:db8::7]', null],
  ])('under %s to %p', (publicUrl, party) => {
    expect(relyingPartyOf(publicUrl)).toEqual(party);
  });
});
