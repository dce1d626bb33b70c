import { readCompanyListSearch } from '../../companies/search.js';
import { readContactListSearch } from '../../people/search.js';

const id = '01a207ee-0000-7000-8000-000000000001';

describe('the address of a list', () => {
  it('keeps what the list knows', () => {
    const people = { q: 'aino', sort: '-createdAt', status: 'customer', language: 'sv', companyId: id };
    expect(readContactListSearch({ ...people, ownerId: 'me', archived: 'true' })).toEqual({
      ...people,
      ownerId: 'me',
      archived: true,
    });
    expect(readCompanyListSearch({ q: 112, industryCode: 62, legalForm: 'foreign', ownerId: id })).toEqual({
      q: '112',
      industryCode: '62',
      legalForm: 'foreign',
      ownerId: id,
    });
  });

  it('leaves out what the list would refuse', () => {
    const evil = { sort: 'evil', status: 'zzz', ownerId: 'you', q: 'a'.repeat(201), nothing: '1' };
    expect(readContactListSearch({ ...evil, language: 'tlh', companyId: '1', archived: 'no' })).toEqual({});
    expect(readCompanyListSearch({ ...evil, industryCode: '6', legalForm: 'gang', product: '' })).toEqual({});
  });
});
